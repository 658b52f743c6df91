import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { subjectUnits, totalWeight } from '../understand/question.ts'
import { scopeOf } from '../understand/scopes.ts'
import type { Step } from './finding.ts'
import { quotedFrom } from './source.ts'

/** Weight of words that a question may have besides the programme's name and still only ask what it is. */
const fewWords = 4

/** Answers what a programme is with what it is for, or who carries it, when that is all that is asked. */
export const findProgramme: Step = (inquiry) => {
  const { question, catalogue } = inquiry
  const [notice] = question.named
  const isOnly = [...question.aspects].every((aspect) => aspect === 'definition')
  const asks = question.intents.has('definition') && isOnly && totalWeight(subjectUnits(question)) <= fewWords
  const programme = notice?.programmes.find(({ id }) => question.programmes.has(id))
  if (!asks || !programme) return undefined
  const own = catalogue.entries.filter(
    (entry) =>
      entry.notice === notice &&
      (!entry.programme || entry.programme === programme) &&
      !['heading', 'form'].includes(entry.clause.kind),
  )
  const surely = (aspect: 'definition' | 'applicant'): Entry | undefined =>
    own.find(({ aspects }) => aspects.get(aspect) === 1)
  const entry = surely('definition') ?? surely('applicant')
  if (!entry) return undefined
  const shown = [quotedFrom(inquiry, entry)]
  return {
    kind: 'clauses',
    aspects: [...question.aspects],
    status: 'answered',
    shown,
    rests: [entry],
    scope: scopeOf(entry),
  }
}
