import { figuresIn } from '../../knowledge/statements/facts.ts'
import { contextsOf } from '../../knowledge/statements/clause-context.ts'
import { shortened } from '../../knowledge/language/characters.ts'
import type { Commitment } from '../eligibility/document.ts'
import { factsOf, sentencesOf } from './chunks.ts'
import { wordsStart } from './own-entries.ts'
import { quoteOf } from './quote-of.ts'
import { dutiesIn } from './duties.ts'
import { promisesIn } from './promises.ts'
import type { Outline } from './sections.ts'

const longTerm = /长期|中长期|远期/u

/** What an awardee must reach: each sentence with a figure of the part about targets. */
export function draftCommitments(outline: Outline): Commitment[] {
  const { notice, kinds, isWithin } = outline
  const contexts = contextsOf(notice)
  const found: Commitment[] = []
  for (const clause of notice.clauses) {
    const isRead = kinds.get(clause.id) === 'targets' && isWithin(clause) && !clause.id.startsWith('a')
    if (!isRead || longTerm.test(clause.path) || (clause.kind !== 'item' && clause.kind !== 'paragraph')) continue
    const time = contexts.get(clause.id)?.measured?.text
    const start = wordsStart(clause)
    const facts = factsOf(`${' '.repeat(start)}${clause.text.slice(start)}`)
    for (const sentence of sentencesOf(facts, start)) {
      const figures = figuresIn(facts, sentence)
      const [first] = figures
      if (!first || /[：:]$/u.test(sentence.text)) continue
      const before = facts.text
        .slice(sentence.start, first.from)
        .replace(/[，、]+$/u, '')
        .trim()
      const text = `${time === undefined || before.startsWith(time) ? '' : `${time}，`}${before === '' ? facts.text.slice(first.to, sentence.end) : before}`
      const target = facts.text.slice(first.from, sentence.end).replace(/[。；]+$/u, '')
      const quoted = quoteOf(notice, clause, sentence.start, sentence.end)
      found.push({ id: `t${found.length + 1}`, text: shortened(text, 200), target: shortened(target, 200), ...quoted })
    }
  }
  const said = [...found, ...promisesIn(outline)]
  const duties = dutiesIn(outline).filter(({ quote }) => !said.some((one) => one.quote === quote))
  return [...said, ...duties].map((one, at) => ({ ...one, id: `t${at + 1}` }))
}
