/** The tabs of the page by what stands in the address; the first is the page itself. */
export const TABS = {
  health: 'Health',
  directories: 'Directories',
  networks: 'Networks',
  reputation: 'Reputation',
  feeds: 'Feeds',
} as const
export type Tab = keyof typeof TABS

export const isTab = (text: string): text is Tab => Object.hasOwn(TABS, text)
