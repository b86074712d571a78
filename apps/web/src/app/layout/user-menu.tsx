import { ActionIcon, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconKeyboard, IconKeyboardOff, IconLogout, IconUserCircle, IconUserPlus } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { paths } from '../../config/paths'
import { AddUserDialog } from '../../features/users/add-user-dialog'
import { graphql } from '../../gql'
import { useCan, useViewer } from '../../lib/permissions'
import { useSession } from '../../lib/session'
import { useShortcutList } from '../../lib/shortcuts'

const SignOut_Mutation = graphql(`
  mutation SignOut_Mutation {
    signOut {
      signedOut
    }
  }
`)

export function UserMenu() {
  const viewer = useViewer()
  const mayAdd = useCan('user:write')
  const [adding, { open: add, close }] = useDisclosure(false)
  const { restart } = useSession()
  const { enabled: keysOn, setEnabled: setKeysOn } = useShortcutList()
  const KeysIcon = keysOn ? IconKeyboardOff : IconKeyboard
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
    <>
      {mayAdd && <AddUserDialog opened={adding} onClose={close} />}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`Signed in as ${viewer.name}`}>
            <IconUserCircle size={20} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{viewer.name}</Menu.Label>
          {mayAdd && (
            <Menu.Item leftSection={<IconUserPlus size={16} aria-hidden />} onClick={add}>
              Add a user…
            </Menu.Item>
          )}
          <Menu.Item leftSection={<KeysIcon size={16} aria-hidden />} onClick={() => setKeysOn(!keysOn)}>
            {keysOn ? 'Switch keyboard shortcuts off' : 'Switch keyboard shortcuts on'}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
