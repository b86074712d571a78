import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks a second in /proc; 100 on every Linux that Node runs on. */
const TICKS = 100

interface ProcessTimes {
  readonly parent: number
  /** utime + stime of the process and its threads, and of children that have ended and were waited for. */
  readonly ticks: number
}

/** CPU seconds that a process and all its descendants have used so far. */
export function cpuSeconds(root: number): number {
  const all = new Map(readdirSync('/proc').flatMap(name => entry(Number(name))))
  const belongs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = all.get(at)?.parent) if (at === root) return true
    return false
  }
  let ticks = 0
  for (const [pid, times] of all) if (belongs(pid)) ticks += times.ticks
  return ticks / TICKS
}

function entry(pid: number): [number, ProcessTimes][] {
  if (!Number.isInteger(pid)) return []
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name may hold blanks and parentheses: fields count from behind its end. proc(5): 4 ppid, 14–17 times.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const times = [11, 12, 13, 14].map(index => Number(fields[index]))
    return [[pid, { parent: Number(fields[1]), ticks: times.reduce((sum, value) => sum + value, 0) }]]
  } catch {
    return []
  }
}
