import words from '../lexicon/statement-words.json' with { type: 'json' }
import { anyOf } from '../language/unit.ts'
import type { Clause } from '../parsing/clause.ts'
import { readContacts } from '../language/contact.ts'
import type { Context } from './clause-context.ts'
import type { Draft } from './draft.ts'
import { type Stretch, cut, depths } from './split-text.ts'

const field = new RegExp(String.raw`^(?<label>${anyOf(words.contactLabels)})[：:](?<value>[\s\S]+)$`, 'u')

/** The innermost stretch that holds the fields: a contact may stand in brackets as a whole. */
function fieldsOf(text: string): Stretch[] {
  const isBracketed = /^[（(][\s\S]*[）)]$/u.test(text)
  const depth = depths(text).map((deep) => Math.max(0, deep - (isBracketed ? 1 : 0)))
  const inner = isBracketed ? { start: 1, end: text.length - 1 } : { start: 0, end: text.length }
  return cut(text, depth, inner, /[；;\n。]/u)
}

/** 021-23110888；021-50723882（传真）: a number without a label goes on from the one before it. */
function joined(fields: Stretch[], text: string): Stretch[] {
  const found: Stretch[] = []
  for (const part of fields) {
    const last = found.at(-1)
    const goesOn =
      last !== undefined && !field.test(part.text) && field.test(last.text) && readContacts(part.text).length > 0
    if (goesOn) found[found.length - 1] = { start: last.start, end: part.end, text: text.slice(last.start, part.end) }
    else found.push(part)
  }
  return found
}

/** Whom to turn to: each field of the contact with its label. A line that runs fields together is left alone. */
export function readContact(clause: Clause, context: Context): Draft[] {
  return joined(fieldsOf(clause.text), clause.text).flatMap((part) => {
    const { label, value } = field.exec(part.text)?.groups ?? {}
    if (label === undefined || value === undefined) return []
    const isClear = !/[：:]/u.test(value.replace(/https?:/gu, '')) && value.length <= 80
    return [
      {
        kind: 'contact',
        modality: 'fact',
        topic: 'contact',
        ...(context.programme !== undefined && { programme: context.programme }),
        leadIn: `${label}：`,
        span: [part.start, part.end],
        sentence: [part.start, part.end],
        parts: [{ role: 'rule', text: value.trim(), joint: '' }],
        inherited: {},
        unaccounted: isClear ? '' : value,
      } satisfies Draft,
    ]
  })
}
