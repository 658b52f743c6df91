import { shortened } from '../../knowledge/language/characters.ts'
import type { Clause } from '../../knowledge/parsing/clause.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import type { Commitment } from '../eligibility/document.ts'
import { factsOf, sentencesOf } from './chunks.ts'
import { leadOf, wordsStart } from './own-entries.ts'
import { quoteOf } from './quote-of.ts'
import type { Outline } from './sections.ts'

const promise = /承诺(?![书函人的]|制|事项)：?/u
const opensList = /承诺[^。；：]{0,8}[：:]$/u

/** What applicants must promise: 承诺接受审计监督，…, and the entries of a list that such words open. */
export function promisesIn({ notice, kinds, isWithin, isOwn, childrenOf }: Outline): Commitment[] {
  return notice.clauses.flatMap((clause) => {
    const kind = kinds.get(clause.id)
    const isRead =
      (clause.kind === 'item' || clause.kind === 'paragraph') && isWithin(clause) && !clause.id.startsWith('a')
    if (!isRead || kind === 'conditions' || kind === 'applicants' || kind === 'refusals' || kind === 'targets')
      return []
    if (opensList.test(leadOf(clause.text)))
      return childrenOf(clause.id).flatMap((child) =>
        child.kind === 'item' && isOwn(child.text)
          ? [commitmentOf(notice, child, wordsStart(child), child.text.length, child.text.slice(wordsStart(child)))]
          : [],
      )
    return sentencesOf(factsOf(clause.text), wordsStart(clause)).flatMap(({ text, start, end }) => {
      const at = promise.exec(text)
      if (!at || !/(?:(?:应当?|须|需|必须)[^，]{0,8}|书面|，|并)$/u.test(text.slice(0, at.index))) return []
      const said = text.slice(at.index + at[0].length).split(/[；;]|，(?:并)?(?=承诺)/u)
      return said.flatMap((one) => {
        const words = one.replace(promise, '').replace(/[。，]+$/u, '')
        return words.length < 4 ? [] : [commitmentOf(notice, clause, start, end, words)]
      })
    })
  })
}

const commitmentOf = (
  notice: Outline['notice'],
  clause: Clause,
  start: number,
  end: number,
  words: string,
): Commitment => ({
  id: 't',
  text: shortened(words.trim().replace(/[。；;]+$/u, ''), 200),
  target: texts.promised,
  ...quoteOf(notice, clause, start, end),
})
