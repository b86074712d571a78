import { Card, Center, Group, Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** The frame of the pages that nobody is signed in on. */
export function AuthCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Center component="main" mih="100%" p="md">
      <Card withBorder w="100%" maw={400} padding="lg">
        <Stack gap="md">
          <Group gap={10}>
            <img src="/icon.svg" alt="" width={28} height={28} />
            <Title order={1}>{title}</Title>
          </Group>
          {children}
        </Stack>
      </Card>
    </Center>
  )
}
