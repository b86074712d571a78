import type { CombinedError } from 'urql'

/** UserError of the API, as every mutation selects it. */
export interface UserError {
  readonly message: string
  readonly field: readonly string[] | null
  readonly code: string
}

/** What to say beside the form's fields, and what above the form. */
export interface FormFaults {
  readonly fields: Readonly<Record<string, string>>
  readonly form: string | null
}

/** The first fault of each field that the form has; the rest, and faults of transport, are of the form as a whole. */
export function formFaults(userErrors: readonly UserError[], error: CombinedError | undefined, knownFields: readonly string[]): FormFaults {
  const fields: Record<string, string> = {}
  const rest: string[] = error ? [errorText(error)] : []
  for (const { message, field } of userErrors) {
    const name = field?.[0]
    if (name !== undefined && knownFields.includes(name)) fields[name] ??= message
    else rest.push(message)
  }
  return { fields, form: rest.length > 0 ? rest.join(' ') : null }
}

/** What went wrong, in a sentence: without the library's prefixes. */
export function errorText(error: CombinedError): string {
  if (error.networkError) return `The server does not answer (${error.networkError.message}).`
  return error.graphQLErrors.map(({ message }) => message).join(' ') || error.message
}
