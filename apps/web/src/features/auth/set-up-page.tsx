import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { PASSWORD_MIN_LENGTH, setUpInput } from '@sallyport/shared'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { z } from 'zod'
import { Notice } from '../../components/ui/notice'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import { usePageTitle } from '../../lib/page-title'
import { useSession } from '../../lib/session'
import { formFaults } from '../../lib/user-errors'
import { AuthCard } from './auth-card'

const SetUpPage_Query = graphql(`
  query SetUpPage_Query {
    setUpNeeded
  }
`)

const SetUp_Mutation = graphql(`
  mutation SetUp_Mutation($input: SetUpInput!) {
    setUp(input: $input) {
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

const setUpForm = setUpInput
  .omit({ token: true })
  .extend({ repeated: z.string() })
  .refine(({ password, repeated }) => password === repeated, { path: ['repeated'], message: 'The passwords differ' })

/** The first administrator comes here by the link that the server printed. */
export function SetUpPage() {
  usePageTitle('Set up')
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  const [{ data }] = useQuery({ query: SetUpPage_Query })
  if (data?.setUpNeeded === false) {
    return (
      <AuthCard title="Sallyport is set up">
        <Text>There is an administrator already; this link has done its work.</Text>
        <Anchor component={Link} to={paths.signIn()}>
          Sign in
        </Anchor>
      </AuthCard>
    )
  }
  if (token === '') {
    return (
      <AuthCard title="Set up Sallyport">
        <Text>This page needs the whole set-up link: the server prints it when it starts, and in its log.</Text>
      </AuthCard>
    )
  }
  return <SetUpForm token={token} />
}

function SetUpForm({ token }: { token: string }) {
  const navigate = useNavigate()
  const { restart } = useSession()
  const [, setUp] = useMutation(SetUp_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm({
    initialValues: { name: '', password: '', repeated: '' },
    validate: schemaResolver(setUpForm, { sync: true }),
    validateInputOnBlur: true,
  })

  const submit = form.onSubmit(async ({ name, password }) => {
    setFault(null)
    const result = await setUp({ input: { token, name: name.trim(), password } })
    if (result.data?.setUp.viewer) {
      await navigate(paths.sources, { replace: true })
      restart()
      return
    }
    const faults = formFaults(result.data?.setUp.userErrors ?? [], result.error, ['name', 'password'])
    form.setErrors(faults.fields)
    setFault(faults.form)
  })

  return (
    <AuthCard title="Set up Sallyport">
      <Text c="dimmed">You will be the first administrator. Choose your name and password.</Text>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {fault !== null && <Notice tone="error">{fault}</Notice>}
          <TextInput label="Name" autoComplete="username" autoFocus autoCapitalize="none" {...form.getInputProps('name')} />
          <PasswordInput
            label="Password"
            description={`At least ${PASSWORD_MIN_LENGTH} characters. A few unrelated words are good.`}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
            {...form.getInputProps('password')}
          />
          <PasswordInput
            label="Password again"
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the repeated password' }}
            {...form.getInputProps('repeated')}
          />
          <Button type="submit" size="sm" loading={form.submitting}>
            Become administrator
          </Button>
        </Stack>
      </form>
    </AuthCard>
  )
}
