import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { knownQuestionTexts } from '../../../prompts/known-questions.ts'
import { replies } from '../../../prompts/replies.ts'
import type { Action } from '../../reply.ts'
import type { NoNextFinding } from '../decide/finding.ts'
import { placeOf } from './cite.ts'
import type { Told } from './told.ts'

/** That nothing comes next, and the part that follows, to be asked for. */
export const tellNoNext = ({ last, next }: NoNextFinding): Told => ({
  text: replies.noNext(placeOf(last.parent ?? last), next !== undefined),
  actions: next ? [askPart(next)] : [],
})

function askPart({ notice, clause }: Entry): Action {
  const heading = clause.text.replace(clause.marker ?? '', '').trim()
  return { label: heading, send: knownQuestionTexts.ofPart(notice.shortTitle, heading) }
}
