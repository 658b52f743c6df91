import { shortened } from '../../knowledge/language/characters.ts'
import { parseNotice } from '../../knowledge/parsing/parse-notice.ts'
import type { Amendment } from '../amending/amendment.ts'
import type { Criterion } from '../eligibility/document.ts'
import { draftProgrammes } from './draft-programmes.ts'
import type { Facts } from './fact-book.ts'
import { factOf } from './word-facts.ts'

/** What new words ask for: drafted as if they were the conditions of a notice, or else one question in those words. */
export function draftedFrom(
  words: string,
  { notice, title }: Amendment,
  facts: Facts,
): { criterion: Criterion; facts: Facts } {
  const lines = words.replace(/^(?:第[一二三四五六七八九十]+条|[（(]?[一二三四五六七八九十\d]+[、.．)）])\s*/u, '')
  const made = { id: notice, title: `申报${title}`, shortTitle: title, issuer: title, year: 2000 }
  const parsed = parseNotice(
    { ...made, replaces: [], programmes: [], rosters: [] },
    `申报${title}\n\n一、申报条件\n\n（一）${lines}\n`,
  )
  const [draft] = draftProgrammes(parsed, facts)
  const [criterion] = draft?.document.criteria ?? []
  if (draft && criterion) {
    const { section: _, ...rest } = criterion
    return { criterion: rest, facts: draft.document.facts }
  }
  let key = 'amended'
  for (let number = 2; key in facts; number++) key = `amended${number}`
  const need = lines.replace(/[。；;]$/u, '')
  const fact = factOf({ kind: 'claim', text: need }, { isPerson: false, quote: need, title: need })
  return {
    criterion: { id: 'amended', title: shortened(need, 24), quote: need, condition: { fact: key, is: true } },
    facts: { [key]: fact },
  }
}
