const parts = (at: number): [string, string] => {
  const [date = '', time = ''] = new Date(at).toISOString().slice(0, 19).split('T')
  return [date.replaceAll('-', '/'), time]
}

/** As jobs, locks and marks of change show it: `2025/10/30 06:20:25`, the simulated device being at UTC. */
export const deviceDateTime = (at: number): string => parts(at).join(' ')

export const deviceTime = (at: number): string => parts(at)[1]
