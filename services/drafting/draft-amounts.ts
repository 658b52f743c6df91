import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import type { Amount, Condition } from '../eligibility/document-conditions.ts'
import type { Fact } from '../eligibility/document-facts.ts'
import { conditionOf } from './condition-of.ts'
import type { FactBook } from './fact-book.ts'
import type { DraftAmount } from './draft-amount.ts'
import { type Asked, factOf } from './word-facts.ts'

const keyOfFigure = (metric: string, unit: string, asked: Asked, book: FactBook): string =>
  book.keyFor(factOf({ kind: 'figure', metric, unit, type: unit === '万元' ? 'number' : 'int', limits: {} }, asked))

/** An amount with the facts that it is worked out from, which are entered in the book. */
export function amountOf(draft: DraftAmount, asked: Asked, book: FactBook): Amount {
  if ('percent' in draft) return { percent: draft.percent, of: keyOfFigure(draft.base, '万元', asked, book) }
  if ('per' in draft) return { wan: draft.wan, per: keyOfFigure(draft.per, draft.unit, asked, book) }
  if ('lowerOf' in draft) return { lowerOf: draft.lowerOf.map((one) => amountOf(one, asked, book)) }
  if ('upTo' in draft) return { upTo: draft.upTo, amount: amountOf(draft.amount, asked, book) }
  if ('when' in draft)
    return { cases: [{ when: conditionOf(draft.when, asked, book), amount: amountOf(draft.amount, asked, book) }] }
  if ('cases' in draft) return casesOf(draft.cases, asked, book)
  return draft
}

/** An amount for each level, which is asked once. */
function casesOf(cases: readonly { level: string; amount: DraftAmount }[], asked: Asked, book: FactBook): Amount {
  const options = [...cases.map(({ level }) => level), texts.support.otherLevel]
  const fact: Fact = {
    type: 'choice',
    label: texts.support.level(asked.title),
    prompt: texts.support.askLevel(asked.title),
    help: texts.help.quote(asked.quote),
    why: texts.why(asked.title),
    pace: 'slow',
    paceNote: texts.paceNotes.slow,
    options: [...new Set(options)].map((one) => ({ value: one, label: one })),
  }
  const key = book.keyFor(fact)
  return {
    cases: cases.map(({ level, amount }) => {
      const when: Condition = { fact: key, oneOf: [level] }
      return { when, amount: amountOf(amount, asked, book) }
    }),
  }
}
