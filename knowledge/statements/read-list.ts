import type { Notice } from '../parsing/notice.ts'
import { bodyStart, type Context } from './clause-context.ts'
import type { Draft } from './draft.ts'
import { isBalanced } from './split-text.ts'

/** Longest list that is worded as one, in UTF-16 code units. */
const longestList = 400

/** Lists of which one entry is enough, each as one statement of the clause that opens it, by that clause. */
export function listsOf(notice: Notice, contexts: ReadonlyMap<string, Context>): Map<string, Draft> {
  const lists = new Map<string, Draft>()
  const entriesOf = Map.groupBy(notice.clauses, ({ id }) => contexts.get(id)?.leadIn?.clause)
  for (const lead of notice.clauses) {
    const entries = entriesOf.get(lead.id) ?? []
    const [first] = entries
    const leadIn = first && contexts.get(first.id)!.leadIn
    if (!first || !leadIn || leadIn.mode !== 'any' || leadIn.isNegative || entries.length < 2) continue
    const members = entries.map((entry) =>
      entry.text
        .slice(bodyStart(entry))
        .trim()
        .replace(/[；;。]+$/u, ''),
    )
    const text = members.join('；')
    const isPlain =
      leadIn.isClear && isBalanced(text) && !/[。：:；\n]/u.test(members.join('')) && text.length <= longestList
    const above = contexts.get(first.id)!
    lists.set(lead.id, {
      kind: 'any-of',
      modality: above.modality,
      ...(above.programme !== undefined && { programme: above.programme }),
      ...(above.topic && { topic: above.topic }),
      leadIn: leadIn.text,
      span: [lead.text.length - leadIn.text.length, lead.text.length],
      sentence: [0, lead.text.length],
      parts: [{ role: 'rule', text, joint: '' }],
      group: { mode: 'any', from: 'lead-in', members },
      inherited: { members: entries.map(({ id }) => id).join(' ') },
      unaccounted: isPlain ? '' : leadIn.text,
    })
  }
  return lists
}
