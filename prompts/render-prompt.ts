import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** A prompt with its inputs filled in. `hash` names the state of its file: answers are logged and cached by it. */
export type Prompt = { name: string; hash: string; system: string; user: string }

const form = /^---\ninputs: (.+)\n---\n\n## system\n\n([^]+?)\n## user\n\n([^]+)$/u
const slot = /\{\{(\w+)\}\}/gu

/** What a prompt file holds: its inputs by name, and its two parts. */
type Template = { inputs: string[]; system: string; user: string; hash: string }

const read = new Map<string, Template>()

/** @throws {Error} An author's mistake: the file is not in form, or its slots are not its inputs. */
function templateOf(name: string): Template {
  const known = read.get(name)
  if (known) return known
  const text = readFileSync(new URL(`${name}.md`, import.meta.url), 'utf8')
  const [, declared = '', system = '', user = ''] = form.exec(text) ?? []
  const inputs = declared.split(/,\s*/u).filter(Boolean)
  const used = new Set([...`${system}${user}`.matchAll(slot)].map(([, input]) => input!))
  const wrong = [...used].filter((input) => !inputs.includes(input)).concat(inputs.filter((input) => !used.has(input)))
  if (inputs.length === 0 || wrong.length > 0)
    throw new Error(`prompts/${name}.md: inputs are not its slots: ${wrong.join(', ')}`)
  const template = { inputs, system, user, hash: createHash('sha256').update(text).digest('hex').slice(0, 12) }
  read.set(name, template)
  return template
}

/**
 * Fills in a prompt of this folder. What stands in an input is never read as a slot.
 *
 * @throws {Error} Naming every input that is missing.
 */
export function renderPrompt(name: string, values: Readonly<Record<string, string>>): Prompt {
  const { inputs, system, user, hash } = templateOf(name)
  const missing = inputs.filter((input) => values[input] === undefined)
  if (missing.length > 0) throw new Error(`prompts/${name}.md: no value for ${missing.join(', ')}`)
  const fill = (part: string) => part.replace(slot, (_, input: string) => values[input]!).trim()
  return { name, hash, system: fill(system), user: fill(user) }
}

/** Which state of its file a prompt is in. */
export const promptHash = (name: string): string => templateOf(name).hash
