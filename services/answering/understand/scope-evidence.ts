import type { Catalogue, Entry } from '../../../knowledge/finding/catalogue.ts'
import { fold } from '../../../knowledge/finding/catalogue.ts'
import { keptFor } from '../../../knowledge/kept.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { ScopeEvidence, Unit } from './question.ts'

/** What a title is about, without the words that all such documents have: 关于印发《…》的通知. */
const subjectOf = (title: string): string =>
  (/《(.+)》/u.exec(title)?.[1] ?? title)
    .replace(/^.{0,24}?关于(?:(?:联合|组织)?(?:印发|发布|公布|下达|开展|组织|做好|申报|征集|公开))*/u, '')
    .replace(/的?(?:通知|公告|通告|函|公示|意见)$/u, '')
    .replace(/(?:项目)?(?:申报|申请|征集|推荐|评选|遴选|认定)?(?:工作)?$/u, '')

/** What a notice is called: title, number, issuer, the programmes it opens, and the short names that staff gave it. */
export const titleText = keptFor((notice: Notice): string =>
  fold(
    [
      subjectOf(notice.title),
      notice.documentNumber ?? '',
      notice.issuer,
      ...notice.programmes.map(({ title }) => title),
      ...(notice.spoken?.names ?? []),
    ].join(' '),
  ),
)

/** What a notice is about by its title and programmes: the year in its number is that of its issue. */
export const subjectText = keptFor((notice: Notice): string =>
  fold([subjectOf(notice.title), ...notice.programmes.map(({ title }) => title)].join(' ')),
)

/** What a word in another form counts beside the word itself. */
const otherForm = 0.8
const partOfForm = 0.6

/** How much of a unit a text holds: 1 for the word, less for another form of it or a part of one. */
export function heldBy(text: string, { words }: Unit): number {
  const [first = '', ...others] = words
  if (first.length > 1 && text.includes(first)) return 1
  let best = 0
  for (const word of others) {
    if (word.length < 2) continue
    if (text.includes(word)) return otherForm
    if (word.length >= 4) best = Math.max(best, partOfForm * pairShare(word, text))
  }
  return best
}

function pairShare(word: string, text: string): number {
  let held = 0
  for (let at = 0; at + 1 < word.length; at++) if (text.includes(word.slice(at, at + 2))) held++
  return held / (word.length - 1)
}

/** Rarity among clauses from which on a word in a title counts in full; common words (专利) name no notice. */
const tellingRarity = 3
/** A number names no notice: that of a year is read as a year. */
const isNumber = /^[\d.%]+$/u

/** Weighs each unit by how far it tells the loaded notices apart, and adds up what each notice holds. */
export function scopeEvidence(catalogue: Catalogue, units: Unit[], text: string): ScopeEvidence {
  const title = new Map<string, number>()
  const body = new Map<string, number>()
  const count = catalogue.notices.length
  for (const unit of units) {
    if (unit.aspect || isNumber.test(unit.words[0]!)) continue
    const held = catalogue.notices.map((notice) => heldBy(titleText(notice), unit))
    const titled = held.reduce((sum, share) => sum + share, 0)
    const telling = Math.min(1, catalogue.rarity(unit.words[0]!) / tellingRarity)
    const inTitles = Math.log((count + 1) / (titled + 0.5)) * telling
    const holders = catalogue.noticesWith(unit.words)
    const inBodies = Math.log((count + 1) / (holders.size + 0.5))
    for (const [at, { id }] of catalogue.notices.entries()) {
      if (held[at]! > 0 && titled < count) title.set(id, (title.get(id) ?? 0) + inTitles * held[at]!)
      if (holders.size < count && holders.has(id)) body.set(id, (body.get(id) ?? 0) + inBodies)
    }
  }
  for (const { ids, weight } of sharedPhrases(catalogue, text))
    for (const id of ids) title.set(id, (title.get(id) ?? 0) + weight)
  return { title, body, bestTitle: Math.max(0, ...title.values()), bestBody: Math.max(0, ...body.values()) }
}

/** Characters from which on a stretch shared with a title or heading says more than its pairs, and what each further one adds. */
const phraseLength = 3
const phraseGain = 0.4

const headingText = keptFor(
  (notice: Notice) => `${titleText(notice)} ${notice.clauses.map(({ heading }) => fold(heading)).join(' ')}`,
)

/** The longest stretches of a question that stand in titles or headings, with the notices whose they are. */
function sharedPhrases(catalogue: Catalogue, text: string): { ids: string[]; weight: number }[] {
  const found: { ids: string[]; weight: number }[] = []
  let at = 0
  while (at + phraseLength <= text.length) {
    let size = 0
    let holders: Notice[] = []
    for (let length = phraseLength; at + length <= text.length; length++) {
      const held = (length === phraseLength ? catalogue.notices : holders).filter((notice) =>
        headingText(notice).includes(text.slice(at, at + length)),
      )
      if (held.length === 0) break
      size = length
      holders = held
    }
    if (size > 0 && holders.length < catalogue.notices.length) {
      const telling = Math.log((catalogue.notices.length + 1) / (holders.length + 0.5))
      found.push({ ids: holders.map(({ id }) => id), weight: phraseGain * (size - phraseLength + 1) * telling })
    }
    at += Math.max(1, size - 1)
  }
  return found
}

/** The part of a notice that a clause stands in, at the top of its tree. */
export function topOf(entry: Entry): Entry {
  let top = entry
  while (top.parent) top = top.parent
  return top
}
