import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import { useViewer } from '../../lib/permissions'
import { useSession } from '../../lib/session'

const SignOut_Mutation = graphql(`
  mutation SignOut_Mutation {
    signOut {
      signedOut
    }
  }
`)

export function UserMenu() {
  const viewer = useViewer()
  const { restart } = useSession()
  const navigate = useNavigate()
  const [, signOut] = useMutation(SignOut_Mutation)
  const leave = async () => {
    const { error } = await signOut({})
    if (error) {
      notifications.show({ color: 'red', title: 'You are still signed in', message: error.message })
      return
    }
    await navigate(paths.signIn())
    restart()
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`Signed in as ${viewer.name}`}>
          <IconUserCircle size={20} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{viewer.name}</Menu.Label>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
