import { escapeText } from './xml.js'

/** A refusal as the XML API words it; the simulator throws it and the transport writes it. */
export class ApiError extends Error {
  constructor(
    /** undefined: PAN-OS leaves the attribute out. */
    readonly code: number | undefined,
    readonly lines: readonly string[],
  ) {
    super(lines.join(' | '))
  }
}

/** A refusal before the API proper: the HTTP status says it too and single quotes stand around the attributes. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    readonly body: string,
  ) {
    super(reason)
  }
}

/** Not well-formed on purpose: PAN-OS writes spaces around the equals signs here. */
export const forbidden = (message: string): HttpError =>
  new HttpError(403, message, `<response status = 'error' code = '403'><result><msg>${escapeText(message)}</msg></result></response>`)

export const badRequest = (message: string): HttpError =>
  new HttpError(400, 'Bad Request', `<response status = 'error' code = '400'><result><msg>${escapeText(message)}</msg></result></response>`)

const codeAttribute = (code: number | undefined): string => (code === undefined ? '' : ` code="${code}"`)

export const success = (inner: string, code?: number): string => `<response status="success"${codeAttribute(code)}>${inner}</response>`

export const result = (inner: string, code?: number): string => success(inner === '' ? '<result/>' : `<result>${inner}</result>`, code)

export const done = (): string => success('<msg>command succeeded</msg>', 20)

/** What is wrong with an object comes as CDATA, a name in use as CDATA within the line, all else as plain text. */
function lineXml(line: string, at: number, code: number | undefined): string {
  if (code === 12) return `<line><![CDATA[${line}]]></line>`
  const inUse = code === 10 && at === 0 ? /^( .*)( cannot be deleted because of references from:)$/.exec(line) : null
  return inUse
    ? `<line> <![CDATA[${inUse[1] ?? ''}]]>${inUse[2] ?? ''}</line>`
    : `<line>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</line>`
}

export const failure = ({ code, lines }: ApiError, attributes = ''): string =>
  `<response status="error"${codeAttribute(code)}${attributes}><msg>${lines.map((line, at) => lineXml(line, at, code)).join('')}</msg></response>`
