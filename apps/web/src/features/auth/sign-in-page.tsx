import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { signInInput } from '@sallyport/shared'
import { useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { Notice } from '../../components/ui/notice'
import { safeNext } from '../../config/paths'
import { graphql } from '../../gql'
import { usePageTitle } from '../../lib/page-title'
import { useSession } from '../../lib/session'
import { formFaults } from '../../lib/user-errors'
import { AuthCard } from './auth-card'

const SignInPage_Query = graphql(`
  query SignInPage_Query {
    viewer {
      user {
        id
      }
    }
    setUpNeeded
  }
`)

const SignIn_Mutation = graphql(`
  mutation SignIn_Mutation($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        sessionExpiresAt
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

export function SignInPage() {
  usePageTitle('Sign in')
  const [search] = useSearchParams()
  const next = safeNext(search.get('next'))
  const navigate = useNavigate()
  const { restart } = useSession()
  const [{ data }] = useQuery({ query: SignInPage_Query })
  const [, signIn] = useMutation(SignIn_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm({ initialValues: { name: '', password: '' }, validate: schemaResolver(signInInput, { sync: true }) })

  const submit = form.onSubmit(async values => {
    setFault(null)
    const result = await signIn({ input: values })
    if (result.data?.signIn.viewer) {
      await navigate(next, { replace: true })
      restart()
      return
    }
    const faults = formFaults(result.data?.signIn.userErrors ?? [], result.error, ['name', 'password'])
    form.setErrors(faults.fields)
    form.setFieldValue('password', '')
    setFault(faults.form)
  })

  if (data?.viewer && !form.submitting) return <Navigate to={next} replace />
  return (
    <AuthCard title="Sign in to Sallyport">
      {data?.setUpNeeded === true && (
        <Notice tone="info" title="This server has no administrator yet">
          Open the set-up link that the server printed when it started. The first administrator chooses name and password there.
        </Notice>
      )}
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {fault !== null && <Notice tone="error">{fault}</Notice>}
          <TextInput label="Name" autoComplete="username" autoFocus autoCapitalize="none" {...form.getInputProps('name')} />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="sm" loading={form.submitting}>
            Sign in
          </Button>
        </Stack>
      </form>
    </AuthCard>
  )
}
