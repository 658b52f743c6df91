import { readFigures } from '../../knowledge/language/figure.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import { type Need, allOf, claim } from './need.ts'
import type { Entry } from './own-entries.ts'
import { figureNeed, metricOf } from './read-figure.ts'
import { readApplicants } from './read-applicants.ts'
import { widened } from './relax.ts'
import { startsClaim } from './words.ts'

const widening = /(?:可以?|可适当)?(?:放宽|降低|降|提高|延长)[至到]/u
const opened = /^(?:由)?(?<who>[^，]{2,40}?)(?:申报|领办)?的?，/u

/** 新昌县企业，投入合计可放宽至不低于300万元: who is given another limit, and which figures. */
function wideningIn(text: string): { who: Need; figures: ReturnType<typeof figureNeed>[] } | undefined {
  if (!widening.test(text)) return undefined
  const told = opened.exec(text)?.groups?.['who'] ?? /^(?<who>[^，]{2,24}?)(?:可|，)/u.exec(text)?.groups?.['who']
  const figures = text.split(/[，；]/u).flatMap((chunk) => {
    const at = chunk.search(widening)
    const [figure] = at < 0 ? [] : readFigures(chunk)
    if (!figure) return []
    const metric = metricOf(chunk.slice(0, at).replace(/^.*第[^，]{1,4}[项目条]/u, ''), '')
    return [figureNeed(figure, chunk.slice(figure.from, figure.to), metric)]
  })
  if (told === undefined || figures.length === 0) return undefined
  const named = /^(?<who>.+?)(?:申报|申请)$/u.exec(told)?.groups?.['who'] ?? told
  const isSomebody = !startsClaim.test(named) && !named.includes('的')
  return { who: isSomebody ? claim(`为${named}`) : (readApplicants(named) ?? claim(named)), figures }
}

/** Sentences that give some applicants wider limits change what stands before them, in their clause or the ones above. */
export function widenEntries(entries: readonly Entry[]): Entry[] {
  const found: Entry[] = []
  for (const entry of entries) {
    const text = entry.clause.text.slice(entry.start, entry.end).replace(/[。；]+$/u, '')
    const wider =
      'unread' in entry.need || ('when' in entry.need && 'unread' in entry.need.then) ? wideningIn(text) : undefined
    if (!wider) {
      found.push(entry)
      continue
    }
    const isAll = wider.figures
      .map((figure) => widenLast(found, { who: wider.who, figure, from: entry }))
      .every(Boolean)
    const isMore = /不受|可为|不作要求/u.test(text)
    if (!isAll || isMore) found.push({ ...entry, need: { unread: text }, review: texts.review.otherRoute })
  }
  return found
}

type Wider = { who: Need; figure: ReturnType<typeof figureNeed>; from: Entry }

function widenLast(found: Entry[], { who, figure, from }: Wider): boolean {
  for (let at = found.length - 1; at >= 0; at--) {
    const need = widened(found[at]!.need, figure, allOf([who])!)
    if (!need) continue
    found[at] = { ...found[at]!, need, from: [...found[at]!.from, ...from.from] }
    return true
  }
  return false
}
