/*
 * What a list is filtered by lives in the address, so that it survives reload, Back and being sent to a colleague.
 * A shape says how each parameter is read and written; what does not fit the shape is read as absent.
 */

/** How one value stands in the address. `none` is the value when the parameter is absent, and is not written. */
export interface Param<Value> {
  readonly none: Value
  read(values: readonly string[]): Value
  write(value: Value): readonly string[]
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Param is invariant in its value; a shape mixes many
export type ParamShape = Readonly<Record<string, Param<any>>>
export type ParamValues<Shape extends ParamShape> = { readonly [Name in keyof Shape]: Shape[Name]['none'] }

const TEXT_MAX = 500
const LIST_MAX = 50

/** Free text; `accepts` decides on the trimmed text. */
export function textParam(accepts: (text: string) => boolean = () => true): Param<string> {
  const clean = (text: string) => {
    const trimmed = text.trim().slice(0, TEXT_MAX).trim()
    return accepts(trimmed) ? trimmed : ''
  }
  return { none: '', read: ([first]) => clean(first ?? ''), write: value => (clean(value) === '' ? [] : [clean(value)]) }
}

export function choiceParam<Choice extends string>(choices: readonly Choice[], none: Choice): Param<Choice> {
  return {
    none,
    read: ([first]) => choices.find(choice => choice === first) ?? none,
    write: value => (value === none ? [] : [value]),
  }
}

/** Several of a closed list, in its order. With a default, choosing nothing is written as `all`. */
export function choicesParam<Choice extends string>(choices: readonly Choice[], none: readonly Choice[] = []): Param<readonly Choice[]> {
  const inOrder = (values: readonly string[]) => choices.filter(choice => values.includes(choice))
  return {
    none,
    read: values => {
      if (values.includes('all')) return []
      const chosen = inOrder(values)
      return chosen.length === 0 ? none : chosen
    },
    write: value => {
      const chosen = inOrder(value)
      if (chosen.join() === inOrder(none).join()) return []
      return chosen.length === 0 ? ['all'] : chosen
    },
  }
}

/** Several words that are not of a closed list, each once. */
export function wordsParam(): Param<readonly string[]> {
  const clean = (values: readonly string[]) =>
    [...new Set(values.map(value => value.trim().slice(0, TEXT_MAX).trim()).filter(value => value !== ''))].slice(0, LIST_MAX)
  return { none: [], read: clean, write: clean }
}

export function flagParam(): Param<boolean> {
  return { none: false, read: ([first]) => first === 'yes', write: value => (value ? ['yes'] : []) }
}

export function readParams<Shape extends ParamShape>(shape: Shape, params: URLSearchParams): ParamValues<Shape> {
  const entries = Object.entries(shape).map(([name, param]) => {
    const values = params.getAll(name)
    return [name, values.length === 0 ? param.none : param.read(values)] as const
  })
  return Object.fromEntries(entries) as ParamValues<Shape>
}

/** Parameters outside the shape (the open alert, say) stay as they are. */
export function writeParams<Shape extends ParamShape>(
  shape: Shape,
  values: ParamValues<Shape>,
  params = new URLSearchParams(),
): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, param] of Object.entries(shape)) {
    next.delete(name)
    for (const value of param.write(values[name])) next.append(name, value)
  }
  return next
}

/** Names of the parameters that are set to something. */
export function namesSet<Shape extends ParamShape>(shape: Shape, values: ParamValues<Shape>): (keyof Shape & string)[] {
  return Object.entries(shape).flatMap(([name, param]) => (param.write(values[name]).length === 0 ? [] : [name]))
}
