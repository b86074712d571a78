import { ApiError, done, failure, result, success } from './answers.js'
import { type Admin } from './admins.js'
import { type ConfigNode, type Trail, cleanCopy, lastOf, nodeXml, pathOf, select } from './config-node.js'
import { type Edit, steps } from './config-store.js'
import { type Device } from './device.js'
import { checkTouched } from './objects.js'
import { membersNaming } from './references.js'
import { type XmlElement, XmlSyntaxError, escapeXml, parseXml, parseXmlFragment } from './xml.js'

/** One change, from parameters or from an element of a multi-config. */
interface Operation {
  readonly action: string
  readonly xpath: string
  readonly elements: () => readonly XmlElement[]
  readonly parameter: (name: string) => string | undefined
}

const MOST_OPERATIONS = 10_000

/** `type=config`. */
export function configAction(device: Device, admin: Admin, parameters: ReadonlyMap<string, string>): string {
  const action = parameters.get('action') ?? ''
  const xpath = parameters.get('xpath') ?? ''
  if (action === 'get' || action === 'show') {
    if (xpath === '') throw new ApiError(17, ['xpath is missing'])
    return action === 'get' ? get(device, xpath) : show(device, xpath)
  }
  device.demandActive()
  if (device.faults.panoramaCommits) throw new ApiError(14, ['A commit is in progress.'])
  device.locks.demandConfigFree(admin.name)
  if (action === 'multi-config') return multiConfig(device, admin, parameters)
  return inOneEdit(device, admin, edit =>
    perform(device, edit, {
      action,
      xpath,
      elements: () => fragment(parameters.get('element') ?? ''),
      parameter: name => parameters.get(name),
    }),
  )
}

function get(device: Device, xpath: string): string {
  const found = select(device.store.candidate, steps(xpath))
  if (found.length === 0) return success('<result/>', 7)
  const nodes = found.map(trail => nodeXml(lastOf(trail))).join('')
  // Old releases tell neither code nor counts.
  if (device.major < 8) return result(nodes)
  return success(`<result total-count="${found.length}" count="${found.length}">${nodes}</result>`, 19)
}

function show(device: Device, xpath: string): string {
  const [found, another] = select(device.store.running, steps(xpath))
  if (found === undefined) throw new ApiError(undefined, ['No such node'])
  if (another !== undefined) throw new ApiError(undefined, ['xpath matches more than one node'])
  return result(nodeXml(lastOf(found)))
}

/** Everything of the edit takes effect, or nothing. */
function inOneEdit(device: Device, admin: Admin, change: (edit: Edit) => string): string {
  const edit = device.store.begin(admin.name, device.timestamp())
  try {
    const answer = change(edit)
    device.store.keep(edit)
    return answer
  } catch (error) {
    edit.undo()
    throw error
  }
}

function perform(device: Device, edit: Edit, operation: Operation): string {
  const before = edit.touched.length
  const answer = change(device, edit, operation)
  checkTouched(edit.root, edit.touched.slice(before), device.major)
  return answer
}

function change(device: Device, edit: Edit, { action, xpath, elements, parameter }: Operation): string {
  if (xpath === '') throw new ApiError(17, ['xpath is missing'])
  switch (action) {
    case 'set':
      edit.set(xpath, elements())
      return done()
    case 'edit': {
      const [element, another] = elements()
      if (element === undefined || another !== undefined) throw new ApiError(12, [' Edit breaks config validity'])
      edit.edit(xpath, element)
      return done()
    }
    case 'delete':
      return edit.delete(xpath) ? done() : success("<msg>Object doesn't exist</msg>", 7)
    case 'rename':
      rename(edit, xpath, required(parameter, 'newname'))
      return done()
    case 'clone':
      clone(edit, xpath, required(parameter, 'from'), required(parameter, 'newname'))
      return done()
    case 'move':
      move(edit, xpath, required(parameter, 'where'), parameter('dst'))
      return done()
    default:
      throw new ApiError(17, [`${action} is not a valid action on ${device.model}`])
  }
}

function required(parameter: Operation['parameter'], name: string): string {
  const value = parameter(name)
  if (value === undefined || value === '') throw new ApiError(17, [`${name} is missing`])
  return value
}

function fragment(source: string): readonly XmlElement[] {
  try {
    return parseXmlFragment(source)
  } catch (error) {
    if (error instanceof XmlSyntaxError) throw new ApiError(18, [`Malformed Request: ${error.message}`])
    throw error
  }
}

function theOne(root: ConfigNode, xpath: string): Trail {
  const [found, another] = select(root, steps(xpath))
  if (found === undefined) throw new ApiError(7, ['Object not present'])
  if (another !== undefined) throw new ApiError(8, ['Object not unique'])
  return found
}

/** Names change wherever they are referred to. */
function rename(edit: Edit, xpath: string, name: string): void {
  const trail = theOne(edit.root, xpath)
  const parent = trail.slice(0, -1)
  const old = lastOf(trail)
  const renamed = cleanCopy(old, () => true, name)
  const kind = lastOf(parent).tag
  const naming = membersNaming(edit.root, pathOf(parent.slice(0, -1)), kind, old.name ?? '')
  edit.insert(parent, renamed)
  for (const list of naming) edit.exchangeMember(theOne(edit.root, list), old.name ?? '', name)
  edit.remove(trail)
}

function clone(edit: Edit, xpath: string, from: string, name: string): void {
  const copy = cleanCopy(lastOf(theOne(edit.root, from)), () => true, name)
  edit.insert(theOne(edit.root, xpath), copy)
}

function move(edit: Edit, xpath: string, where: string, dst: string | undefined): void {
  const trail = theOne(edit.root, xpath)
  const moved = lastOf(trail)
  const others = [...lastOf(trail.slice(0, -1)).children.values()].filter(node => node !== moved)
  const beside = others.findIndex(({ name }) => name === dst)
  const at = where === 'top' ? 0 : where === 'bottom' ? others.length : beside === -1 ? undefined : where === 'before' ? beside : beside + 1
  if (at === undefined) throw new ApiError(12, [` ${dst ?? ''} is invalid`])
  edit.reorder(trail.slice(0, -1), [...others.slice(0, at), moved, ...others.slice(at)])
}

function multiConfig(device: Device, admin: Admin, parameters: ReadonlyMap<string, string>): string {
  if (device.faults.multiConfigDisabled || device.major < 10) throw new ApiError(17, ['multi-config is an invalid action'])
  const root = parseRoot(parameters.get('element') ?? '')
  if (root.children.length > MOST_OPERATIONS) throw new ApiError(18, ['too many operations'])
  if (parameters.get('strict-transactional') === 'yes') {
    if (device.jobs.unfinished().length > 0) throw new ApiError(14, ['Another commit/validate is in progress. Please try again later'])
    device.store.revert(admin.name)
  }
  const answers: string[] = []
  try {
    return inOneEdit(device, admin, edit => {
      for (const element of root.children) {
        const id = element.attributes['id']
        try {
          const answer = perform(device, edit, {
            action: element.tag,
            xpath: element.attributes['xpath'] ?? '',
            elements: () => element.children,
            parameter: name => element.attributes[name],
          })
          answers.push(withId(answer, id))
        } catch (error) {
          if (error instanceof ApiError) answers.push(failure(error, idAttribute(id)))
          throw error
        }
      }
      return success(answers.join(''), 20)
    })
  } catch (error) {
    // The last inner answer tells what failed; nothing of the request remains.
    if (error instanceof ApiError)
      return `<response status="error"${error.code === undefined ? '' : ` code="${error.code}"`}>${answers.join('')}</response>`
    throw error
  }
}

function parseRoot(source: string): XmlElement {
  try {
    return parseXml(source)
  } catch (error) {
    if (error instanceof XmlSyntaxError) throw new ApiError(18, [`Malformed Request: ${error.message}`])
    throw error
  }
}

const idAttribute = (id: string | undefined): string => (id === undefined ? '' : ` id="${escapeXml(id)}"`)
const withId = (answer: string, id: string | undefined): string =>
  answer.replace(/^(<response[^>]*)>/, (_all, start: string) => `${start}${idAttribute(id)}>`)
