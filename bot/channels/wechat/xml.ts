import { load } from 'cheerio/slim'

/** What no message of WeChat holds: document types, entities of their own, instructions beyond the declaration. */
const refused = /<!(?!\[CDATA\[)|<\?(?!xml\s)/i
/** Characters that XML 1.0 can't hold. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * The texts of the elements directly within the root, by name; of elements within those nothing. Nothing is ever fetched or
 * expanded: the five entities of XML itself and character references are all it knows.
 *
 * @returns Undefined where it is no such document.
 */
export function readXml(text: string): Map<string, string> | undefined {
  if (refused.test(withoutCdata(text))) return undefined
  const nodes = load(text, { xml: true })._root.children as Node[]
  const root = nodes.find(({ type }) => type === 'tag')
  if (root?.name !== 'xml') return undefined
  const fields = new Map<string, string>()
  for (const child of root.children ?? [])
    if (child.type === 'tag' && !fields.has(child.name!)) fields.set(child.name!, textOf(child))
  return fields
}

const withoutCdata = (text: string): string => text.replace(/<!\[CDATA\[[^]*?\]\]>/g, '')

type Node = { type: string; name?: string; data?: string; children?: Node[] }

/** The text directly within an element, its CDATA sections included. */
function textOf({ children = [] }: Node): string {
  return children
    .map((node) => (node.type === 'text' ? (node.data ?? '') : node.type === 'cdata' ? textOf(node) : ''))
    .join('')
}

/** A text in CDATA; a number as it is; names within as elements. */
export type XmlValue = string | number | { [name: string]: XmlValue }

/** Writes an element `xml` with these elements in it. */
export const writeXml = (fields: Record<string, XmlValue>): string => `<xml>${elements(fields)}</xml>`

const elements = (fields: Record<string, XmlValue>): string =>
  Object.entries(fields)
    .map(([name, value]) => `<${name}>${written(value)}</${name}>`)
    .join('')

function written(value: XmlValue): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object') return elements(value)
  const text = value.toWellFormed().replace(unwritable, '')
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}
