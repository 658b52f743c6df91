import type { Catalogue, Entry } from '../../knowledge/finding/catalogue.ts'
import { shortened } from '../../knowledge/language/characters.ts'
import { staffTexts as words } from '../../prompts/staff-texts.ts'
import type { Answer } from '../answering/answer.ts'
import { nameOf, placeOf } from '../answering/compose/cite.ts'
import type { Faq } from './faq.ts'

/** Characters of a clause that stand in the text; the citation has all of it. */
const longestExcerpt = 300

/** What is said from an answer by staff: that it was reviewed and when, and its clauses; or the clauses alone. */
export function faqAnswer(
  catalogue: Catalogue,
  faq: Pick<Faq, 'answer' | 'clauses' | 'reviewedOn'> & Partial<Pick<Faq, 'id'>>,
): Answer {
  const rests = faq.clauses.flatMap(({ notice, clause }) => catalogue.find(notice, clause) ?? [])
  const sources = rests.map((entry) => `${nameOf(entry)}${placeOf(entry)}：\n${excerptOf(entry)}`)
  const [first] = rests
  const about = {
    ...(first && { scope: { notice: first.notice.id, programme: first.programme?.id } }),
    ...(faq.id !== undefined && { faq: faq.id }),
  }
  if (faq.answer === '') return { status: 'attached', text: sources.join('\n\n'), rests, ...about }
  const text = [faq.answer, words.reviewed(faq.reviewedOn), [words.basis, ...sources].join('\n')].join('\n\n')
  return { status: 'curated', text, rests, ...about }
}

/** The words of a clause; of a heading, what stands below it. */
function excerptOf({ clause, children }: Entry): string {
  const below = children.map((child) => child.clause.text)
  const text = (clause.text === '' ? below : [clause.text]).join('\n')
  return shortened(text, longestExcerpt)
}
