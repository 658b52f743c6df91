import { shortened } from '../../knowledge/language/characters.ts'
import type { Preference } from '../eligibility/document.ts'
import { factsOf, sentencesOf } from './chunks.ts'
import { conditionOf } from './condition-of.ts'
import { wordsStart } from './own-entries.ts'
import type { FactBook } from './fact-book.ts'
import { type Need, anyOf, claim, plainNeedsOf } from './need.ts'
import { quoteOf } from './quote-of.ts'
import { isNoun, readApplicants } from './read-applicants.ts'
import { readProvisions } from './read-provision.ts'
import type { Outline } from './sections.ts'
import { labelOf } from './word-facts.ts'

const preferred =
  /(?:可|可以|将|予以|给予|应|应当|的)?(?:同等条件下)?优先(?:考虑|支持|推荐|安排|立项|入选|评定|遴选|受理|予以支持|享受)?[^，；。]*$/u
const condition = /^(?:在)?同等条件下[，,]?|^(?:对|对于)(?=\p{Script=Han})/gu

/** Who comes first, from the words before 优先. */
function whoIn(text: string): Need | undefined {
  const behind =
    /^(?:(?:在)?同等条件下[，,]?)?(?:将|应|可|予以)?优先(?:支持|考虑|推荐|安排|资助|遴选|选择|评定|立项)(?<who>.{3,})$/u.exec(
      text,
    )?.groups?.['who']
  const who =
    behind ??
    text
      .replace(condition, '')
      .replace(condition, '')
      .replace(preferred, '')
      .replace(/[，,]+$/u, '')
      .replace(/的$/u, '')
  if (who.length < 3) return undefined
  const [, first, second] = /^([^，的]*(?:单位|企业|高校|机构))、((?:获|通过|入选|承担).*)$/u.exec(who) ?? []
  if (first !== undefined && second !== undefined)
    return anyOf([claim(`为${first}`), readApplicants(second) ?? claim(second)])
  if (isNoun(who)) return readApplicants(who)
  return anyOf(readProvisions(who).map(({ need }) => need))
}

/** Who comes first under otherwise equal conditions, one for each segment that says so. */
export function draftPreferences(outline: Outline, book: FactBook, isPerson: boolean): Preference[] {
  const found: Preference[] = []
  for (const clause of outline.notice.clauses) {
    const kind = outline.kinds.get(clause.id)
    const isRead =
      (clause.kind === 'item' || clause.kind === 'paragraph') && outline.isWithin(clause) && !clause.id.startsWith('a')
    if (!isRead || kind === 'targets' || kind === 'support' || kind === 'materials') continue
    const start = wordsStart(clause)
    const facts = factsOf(`${' '.repeat(start)}${clause.text.slice(start)}`)
    for (const { segments, text } of sentencesOf(facts, start)) {
      const isList = kind === 'preferences' && !/[：:]$/u.test(text)
      for (const segment of segments) {
        if (!/优先/u.test(segment.text) && !isList) continue
        const need = whoIn(segment.text)
        const [first] = need ? plainNeedsOf(need) : []
        if (!need || !first) continue
        const quoted = quoteOf(outline.notice, clause, segment.start, segment.end)
        const title = shortened(
          first.kind === 'claim' ? labelOf(first.text) : first.kind === 'figure' ? first.metric : quoted.quote,
          30,
        )
        const asked = { isPerson, quote: shortened(quoted.quote, 120), title }
        found.push({ id: `p${found.length + 1}`, title, ...quoted, condition: conditionOf(need, asked, book) })
      }
    }
  }
  return found
}
