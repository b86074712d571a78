/** What people or programs are told. */
export interface Notice {
  readonly title: string
  readonly text: string
  /** Path within the console, e.g. /incidents/…; null: none. */
  readonly link: string | null
  readonly fields: readonly { readonly name: string; readonly value: string }[]
}

/** Tells a channel; implemented by notifications. The same key is delivered once. */
export interface Notifier {
  /**
   * Returns the name of the channel once the message is stored: it is sent later.
   * @throws UserFaultsError when the channel is gone or switched off
   */
  notify(channelId: number, notice: Notice, dedupKey: string): Promise<string>
}
