import { expect, it } from 'vitest'
import { timeText, wordsOf } from './activity-timeline.js'

const told = { summary: null, detail: null, facts: null, assigneeId: null, toState: null, assignee: null }

it.each([
  [{ kind: 'CLOSED', summary: 'Blocked by the firewall', detail: 'A scanner' }, 'closed it: Blocked by the firewall', 'A scanner'],
  [
    { kind: 'CLOSED', summary: 'Spam', facts: { changes: [{ field: 'disposition', before: null, after: 'False positive' }] } },
    'closed it: Spam; disposition to False positive',
    null,
  ],
  [{ kind: 'CREATED', summary: 'Linked by victim user corp\\ann' }, 'opened it: Linked by victim user corp\\ann', null],
  [{ kind: 'ASSIGNED', assignee: 'kim' }, 'assigned it to kim', null],
  [{ kind: 'ASSIGNED' }, 'assigned it to somebody who is gone', null],
  [{ kind: 'COMMENTED', detail: 'See **ticket**' }, 'commented', 'See **ticket**'],
  [
    {
      kind: 'EDITED',
      facts: {
        changes: [
          { field: 'severity', before: 'HIGH', after: 'LOW' },
          { field: 'attackVector', before: null, after: 'Web' },
          { field: 'team', before: 'Night', after: null },
        ],
      },
    },
    'changed severity from HIGH to LOW, attack vector to Web, team from Night to nothing',
    null,
  ],
  [{ kind: 'EDITED', facts: { changes: 'nonsense' } }, 'changed it', null],
  [{ kind: 'TASK_DONE', summary: 'Call Ann' }, 'did the task ‘Call Ann’', null],
  [{ kind: 'VERDICT_CHANGED', summary: 'WildFire changed its mind', toState: 'OPEN' }, 'WildFire changed its mind and reopened it', null],
  [
    { kind: 'MUTED', detail: 'A scanner', facts: { until: '2026-11-05T12:00:00.000Z', severity: 3 } },
    'muted it until 5 Nov 2026 12:00 UTC',
    'A scanner',
  ],
  [
    { kind: 'UNDONE', toState: 'OPEN', facts: { changes: [{ field: 'severity', before: 'LOW', after: 'HIGH' }] } },
    'took a change back: it is open again, severity from LOW to HIGH',
    null,
  ],
  [{ kind: 'MERGED', summary: 'Merged into INC-4' }, 'Merged into INC-4', null],
] as const)('tells %o', (given, text, detail) => expect(wordsOf({ ...told, ...given })).toEqual({ text, detail }))

it('writes times as people read them', () => expect(timeText(new Date('2026-11-05T12:00:00Z'))).toBe('5 Nov 2026 12:00 UTC'))
