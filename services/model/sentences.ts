import { z } from 'zod'
import { storable } from '../../knowledge/language/characters.ts'

/** A sentence as a model wrote it, with the numbers of the clauses that it says it rests on. */
export type Draft = { text: string; clauses: number[] }

const draftSchema = z.object({
  text: z.string().max(1000),
  clauses: z.array(z.coerce.number().int()).max(50).catch([]),
})

/** What the model is asked for, as JSON Schema in the strict form. */
export const draftsJsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['sentences'],
  properties: {
    sentences: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['text', 'clauses'],
        properties: { text: { type: 'string' }, clauses: { type: 'array', items: { type: 'integer' } } },
      },
    },
  },
} as const

const opening = /"sentences"\s*:\s*\[/u

/** Where the object that begins at `start` ends, exclusive; -1 while it is not complete. */
function endOfObject(text: string, start: number): number {
  let depth = 0
  let isInString = false
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at]
    if (isInString && sign === '\\') at += 1
    else if (sign === '"') isInString = !isInString
    else if (!isInString && sign === '{') depth += 1
    else if (!isInString && sign === '}' && (depth -= 1) === 0) return at + 1
  }
  return -1
}

/**
 * Reads the sentences of an answer while it is still being written.
 *
 * @returns A function to call with all that has come so far; it gives each complete sentence once. What is no sentence
 *   is passed over.
 */
export function readDrafts(): (soFar: string) => Draft[] {
  let at = -1
  return (soFar) => {
    if (at < 0) {
      const found = opening.exec(soFar)
      if (!found) return []
      at = found.index + found[0].length
    }
    const drafts: Draft[] = []
    for (;;) {
      const start = soFar.indexOf('{', at)
      const end = start < 0 ? -1 : endOfObject(soFar, start)
      if (end < 0) return drafts
      at = end
      const { data } = draftSchema.safeParse(jsonOf(soFar.slice(start, end)))
      if (data) drafts.push(data)
    }
  }
}

/** JSON where it is some; undefined for all else, also where a text in it could not be kept: half a pair, a null character. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text, whole)
  } catch {
    return undefined
  }
}

function whole(_key: string, value: unknown): unknown {
  if (typeof value === 'string' && value !== storable(value)) throw new SyntaxError('no text')
  return value
}
