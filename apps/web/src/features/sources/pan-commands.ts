/*
 * PAN-OS configuration that sends threat and WildFire logs here. Names of the syntax:
 * syslog server profile (`shared log-settings syslog`), log forwarding profile (`shared log-settings profiles`, PAN-OS 8.0 and later),
 * and the rule's `log-setting`.
 */

export type PanTransport = 'UDP' | 'TCP' | 'SSL'
export type SyslogFormat = 'BSD' | 'IETF'

export interface ForwardingChoice {
  /** This server as the firewall reaches it. */
  readonly address: string
  readonly port: number
  readonly transport: PanTransport
  readonly format: SyslogFormat
  /** Name of an existing security rule. */
  readonly rule: string
  /** URL and data filtering logs have log types of their own; there are many of them. */
  readonly urlAndData: boolean
}

const PROFILE = 'Sallyport'

/** Quoted where PAN-OS needs it. A name cannot hold a quote or a line break: such characters are left out. */
export function quoted(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters would end the command
  const clean = name.replace(/["\u0000-\u001f]/g, '').trim()
  return /^[A-Za-z0-9._:-]+$/.test(clean) ? clean : `"${clean}"`
}

/** Commands for configure mode, in three groups as the menus have them. */
export function panCommands(
  choice: ForwardingChoice,
): { readonly title: string; readonly menu: string; readonly lines: readonly string[] }[] {
  const server = `set shared log-settings syslog ${PROFILE} server ${PROFILE}`
  const logTypes = choice.urlAndData ? ['threat', 'wildfire', 'url', 'data'] : ['threat', 'wildfire']
  return [
    {
      title: 'Syslog server profile',
      menu: 'Device > Server Profiles > Syslog > Add',
      lines: [
        `${server} server ${quoted(choice.address)}`,
        `${server} transport ${choice.transport}`,
        `${server} port ${choice.port}`,
        `${server} format ${choice.format}`,
        `${server} facility LOG_USER`,
      ],
    },
    {
      title: 'Log forwarding profile',
      menu: 'Objects > Log Forwarding > Add, or the profile in use',
      lines: logTypes.flatMap(type => {
        const match = `set shared log-settings profiles ${PROFILE} match-list ${type}`
        return [`${match} log-type ${type}`, `${match} filter "All Logs"`, `${match} send-syslog ${PROFILE}`]
      }),
    },
    {
      title: 'Security rule',
      menu: 'Policies > Security > the rule > Actions > Log Forwarding',
      lines: [`set rulebase security rules ${quoted(choice.rule)} log-setting ${PROFILE}`],
    },
  ]
}

/** Everything to paste into the firewall's command line. */
export function panScript(choice: ForwardingChoice): string {
  return ['configure', ...panCommands(choice).flatMap(({ lines }) => lines), 'commit', 'exit'].join('\n')
}
