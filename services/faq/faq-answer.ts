import type { Catalogue, Entry } from '../../knowledge/finding/catalogue.ts'
import { shortened } from '../../knowledge/language/characters.ts'
import { staffTexts as words } from '../../prompts/staff-texts.ts'
import type { Answer } from '../answering/answer.ts'
import { withAmendments } from '../answering/compose/amended.ts'
import { nameOf, placeOf } from '../answering/compose/cite.ts'
import type { AnsweringFaq } from './faq.ts'

/** Characters of a clause that stand in the text; the citation has all of it. */
const longestExcerpt = 300

/**
 * What is said from an answer by staff: that it was reviewed and when, and its clauses; or the clauses alone. What no notice
 * says is said as the office's own word: by whom, when, and until when it holds.
 */
export function faqAnswer(catalogue: Catalogue, faq: Omit<AnsweringFaq, 'wordings'>): Answer {
  const rests = faq.clauses.flatMap(({ notice, clause }) => catalogue.find(notice, clause) ?? [])
  const sources = rests.map((entry) => `${nameOf(entry)}${placeOf(entry)}：\n${excerptOf(entry)}`)
  const [first] = rests
  const scope = faq.scope ?? (first && { notice: first.notice.id, programme: first.programme?.id })
  const about = { ...(scope && { scope }), ...(faq.id !== undefined && { faq: faq.id }) }
  if (faq.answer === '')
    return withAmendments({ status: 'attached', text: sources.join('\n\n'), rests, ...about }, 'zh', catalogue)
  const basis = sources.length > 0 ? [[words.basis, ...sources].join('\n')] : []
  return { status: 'curated', text: [...wordsOf(faq), ...basis].join('\n\n'), rests, ...about }
}

function wordsOf({
  kind,
  answer,
  reviewedOn,
  authorRole = '',
  expiresOn = '',
}: Omit<AnsweringFaq, 'wordings'>): string[] {
  return kind === 'office'
    ? [words.office(answer), words.officeSource(authorRole, reviewedOn, expiresOn)]
    : [answer, words.reviewed(reviewedOn)]
}

/** The words of a clause; of a heading, what stands below it. */
function excerptOf({ clause, children }: Entry): string {
  const below = children.map((child) => child.clause.text)
  const text = (clause.text === '' ? below : [clause.text]).join('\n')
  return shortened(text, longestExcerpt)
}
