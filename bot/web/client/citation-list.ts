import type { Citation } from '../../../services/reply.ts'
import { clauseTools } from './clause-link.ts'
import { el } from './element.ts'
import { noticeName } from './notices.ts'
import type { PageWords } from './page-words.ts'
import { quoteView } from './quote.ts'
import type { Quoted } from './reply-body.ts'

const shownAtFirst = 3
const mostNamed = 4
const between = ' › '

type Numbered = { citation: Citation; at: number }

const partsOf = ({ heading }: Citation): string[] => heading.split(between)
const lastOf = (citation: Citation): string => partsOf(citation).pop() ?? ''
const parentOf = (citation: Citation): string => partsOf(citation).slice(0, -1).join(between)

/** Neighbours under one heading of one notice make one line. */
function grouped(citations: readonly Citation[]): Numbered[][] {
  const groups: Numbered[][] = []
  for (const [at, citation] of citations.entries()) {
    const group = groups[groups.length - 1]
    const before = group?.[0]?.citation
    const isNext =
      before?.notice === citation.notice && parentOf(before) !== '' && parentOf(before) === parentOf(citation)
    if (isNext) group?.push({ citation, at })
    else groups.push([{ citation, at }])
  }
  return groups
}

/** 1, 2, 3 as 1–3; of many others the first few. */
function namesOf(names: string[]): string {
  const isRun = names.length > 2 && names.every((name, at) => Number(name) === Number(names[0]) + at)
  if (isRun) return `${names[0]}–${names[names.length - 1]}`
  return names.slice(0, mostNamed).join('、') + (names.length > mostNamed ? '…' : '')
}

/** Where a group stands in its notice, in a few words; where there is no room for all, the last of them is kept. */
function placeView(group: readonly Numbered[]): HTMLElement {
  const [parent = ''] = partsOf(group[0]!.citation).slice(-2, -1)
  const last = namesOf(group.map(({ citation }) => lastOf(citation)))
  return el(
    'span',
    { class: 'citation-place' },
    parent !== '' && el('span', { class: 'citation-parent' }, parent),
    el('span', { class: 'citation-last' }, parent === '' ? last : between + last),
  )
}

function aboutLine({ title, documentNumber, issued, heading }: Citation, words: PageWords): HTMLElement {
  const parts = [`《${title}》`, documentNumber, issued && words.day(issued), heading]
  return el('p', { class: 'citation-about' }, parts.filter(Boolean).join(' · '))
}

/** One line that says where the words stand; opened it shows the clause and leads to the notice. */
function citationLine(group: Numbered[], quoted: readonly Quoted[], words: PageWords): HTMLElement {
  const first = group[0]!.citation
  const name = el('span', { class: 'citation-name' }, `《${first.title}》`)
  void noticeName(first.notice).then((short) => short && (name.textContent = short))
  const summary = el('summary', {}, name, placeView(group))
  const inside = el('div', { class: 'citation-inside' })
  const details = el('details', { class: 'citation' }, summary, inside)
  const inBody = (at: number) => quoted.filter(({ citation }) => citation === at)
  const fill = () => {
    for (const { citation, at } of group) {
      if (inBody(at).length === 0) inside.append(quoteView(citation.quote))
      inside.append(clauseTools(citation, words, group.length > 1 ? lastOf(citation) : ''))
    }
    if (group.every(({ at }) => inBody(at).some(({ isWhole }) => isWhole)))
      inside.prepend(el('p', { class: 'small' }, words.quotedAbove))
    inside.append(aboutLine(first, words))
  }
  details.addEventListener('toggle', () => {
    if (details.open && !inside.hasChildNodes()) fill()
    for (const { at } of group) inBody(at).forEach(({ open }) => open(details.open))
  })
  return el('li', {}, details)
}

type Options = { quoted?: readonly Quoted[]; words: PageWords; isFolded?: boolean }

/** What an answer rests on, best first: a line for each place, the first few in sight, or all behind one line. */
export function citationList(
  citations: readonly Citation[],
  { quoted = [], words, isFolded = false }: Options,
): HTMLElement | undefined {
  if (citations.length === 0) return undefined
  const lines = grouped(citations).map((group) => citationLine(group, quoted, words))
  const count = isFolded ? 0 : lines.length <= shownAtFirst + 1 ? lines.length : shownAtFirst
  const rest = lines.slice(count)
  const title = isFolded ? words.allSources(rest.length) : words.moreSources(rest.length)
  return el(
    'section',
    { class: 'sources', 'aria-label': words.sources },
    count > 0 && el('ol', { class: 'citations' }, ...lines.slice(0, count)),
    rest.length > 0 &&
      el('details', { class: 'more' }, el('summary', {}, title), el('ol', { class: 'citations' }, ...rest)),
  )
}
