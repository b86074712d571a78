import { describe, expect, it } from 'vitest'
import { type ForwardingChoice, panScript, quoted } from './pan-commands'

const choice: ForwardingChoice = { address: '192.0.2.1', port: 5514, transport: 'UDP', format: 'BSD', rule: 'allow web', urlAndData: false }

describe('PAN-OS commands', () => {
  it('send threat and WildFire logs to the address and port really used', () => {
    expect(panScript(choice).split('\n')).toEqual([
      'configure',
      'set shared log-settings syslog Sallyport server Sallyport server 192.0.2.1',
      'set shared log-settings syslog Sallyport server Sallyport transport UDP',
      'set shared log-settings syslog Sallyport server Sallyport port 5514',
      'set shared log-settings syslog Sallyport server Sallyport format BSD',
      'set shared log-settings syslog Sallyport server Sallyport facility LOG_USER',
      'set shared log-settings profiles Sallyport match-list threat log-type threat',
      'set shared log-settings profiles Sallyport match-list threat filter "All Logs"',
      'set shared log-settings profiles Sallyport match-list threat send-syslog Sallyport',
      'set shared log-settings profiles Sallyport match-list wildfire log-type wildfire',
      'set shared log-settings profiles Sallyport match-list wildfire filter "All Logs"',
      'set shared log-settings profiles Sallyport match-list wildfire send-syslog Sallyport',
      'set rulebase security rules "allow web" log-setting Sallyport',
      'commit',
      'exit',
    ])
  })

  it('add URL and data filtering logs when asked for', () => {
    expect(panScript({ ...choice, urlAndData: true })).toContain('match-list url log-type url')
    expect(panScript({ ...choice, urlAndData: true })).toContain('match-list data log-type data')
  })

  it.each([
    ['rule1', 'rule1'],
    ['2001:db8::1', '2001:db8::1'],
    ['allow web', '"allow web"'],
    ['a"b', 'ab'],
    ['rule\ndelete shared', '"ruledelete shared"'],
    ['', '""'],
  ])('quote %j as %j', (name, expected) => {
    expect(quoted(name)).toBe(expected)
  })
})
