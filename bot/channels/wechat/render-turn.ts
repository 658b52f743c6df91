import { wechatTexts as texts } from '../../../prompts/wechat-texts.ts'
import type { Action, Citation, Reply } from '../../../services/reply.ts'
import { measured } from '../channel.ts'
import { splitText } from '../split-text.ts'
import { menuIdOf, menuLink, ofTurn, pageLink, sentWords } from './menu-link.ts'
import { wechatShows } from './shows.ts'

/** What a turn led to, under the turn's id. */
export type Shown = { turn: string; replies: readonly Reply[] }

/** An action of a turn with the reply it stands under; `at` is its place among all actions of the turn. */
export type Offered = Action & { reply: Reply; at: number }

const fits = (text: string): boolean => measured(text, wechatShows) <= wechatShows.text.most
/** Room for the link to the next page, in bytes. */
const moreRoom = 160
const breaks = /\n{3,}/g

export const offeredBy = ({ replies }: Shown): Offered[] =>
  replies.flatMap((reply) => reply.actions.map((action) => ({ ...action, reply }))).map((one, at) => ({ ...one, at }))

/**
 * The replies of a turn as one text or, where that is too long, as pages: each but the last ends with a link to the next.
 *
 * @param publicUrl Under which people reach this server; without it there are no links to pages.
 */
export function renderTurn(shown: Shown, publicUrl: string | undefined): string[] {
  const offers = offeredBy(shown)
  const linked = new Set<Offered>()
  const link = (part: string) => withLinks(part, shown, offers, linked)
  const text = shown.replies.map(replyText).join('\n\n').replace(breaks, '\n\n')
  const parts = splitText(
    harmless(text),
    (part) => measured(link(part), wechatShows) + moreRoom <= wechatShows.text.most,
  )
  linked.clear()
  const bodies = parts.map(link)
  const tail = tailOf(
    shown,
    offers.filter((offer) => !linked.has(offer)),
    publicUrl,
  )
  return numbered(withTail(bodies, tail), shown.turn)
}

/** The quotes that a turn rests on, as pages. */
export function renderGrounds({ turn, replies }: Shown, publicUrl: string | undefined): string[] {
  const citations = citedBy(replies)
  if (citations.length === 0) return [texts.noGrounds]
  const blocks = citations.map((citation, at) => `${at + 1}. ${sourceOf(citation)}\n“${citation.quote.trim()}”`)
  const bodies = splitText(
    harmless(blocks.join('\n\n')),
    (part) => measured(part, wechatShows) + moreRoom <= wechatShows.text.most,
  )
  return numbered(withTail(bodies, originalLink(citations, publicUrl)), turn)
}

/** Nothing in it is a link to WeChat. */
const harmless = (text: string): string => text.replace(/<(?=\/?a\b)/giu, '＜')

function replyText({ text, progress, kind }: Reply): string {
  if (!progress || kind !== 'question') return text
  return `${texts.progress(progress.done + 1, progress.total)}\n${text}`
}

const citedBy = (replies: readonly Reply[]): Citation[] =>
  replies.flatMap(({ citations, contact }) => (contact ? [...citations, contact] : citations))

const sourceOf = ({ title, documentNumber, heading }: Citation): string =>
  `《${title}》${documentNumber ? `（${documentNumber}）` : ''}${heading === title ? '' : ` ${heading}`}`

/** Makes links of what a numbered list of the text offers: `1. 2025年…运营中心（已截止）`. */
function withLinks(part: string, shown: Shown, offers: Offered[], linked: Set<Offered>): string {
  return part.replace(/^(\d+\. )(.+)$/gm, (line, number: string, rest: string) => {
    const offer = offers.find(({ label }) => label.length > 1 && rest.startsWith(label))
    if (!offer) return line
    linked.add(offer)
    return `${number}${linkOf(shown, offer)}${rest.slice(offer.label.length)}`
  })
}

const linkOf = ({ turn }: Shown, { label, reply, at }: Offered): string =>
  menuLink(label, menuIdOf(turn, reply.kind === 'question', Math.min(at, ofTurn)))

/** What stands below a text: its source, its files, what can be said next, and how good it was. */
function tailOf(shown: Shown, offers: Offered[], publicUrl: string | undefined): string {
  const { turn, replies } = shown
  const own = (words: string, label: string = words) => menuLink(label, menuIdOf(turn, false, ofTurn), words)
  const citations = citedBy(replies)
  const last = replies.at(-1)
  const pages = [originalLink(citations, publicUrl), ...fileLinks(replies, publicUrl), ...codeLinks(replies, publicUrl)]
  const room = wechatShows.buttons.most - pages.filter(Boolean).length
  const isAnswer = last !== undefined && ['answer', 'not-found', 'roster'].includes(last.kind)
  const extra = [
    ...(isAnswer && citations.length > 0 ? [own(texts.grounds)] : []),
    ...(publicUrl !== undefined && last?.kind === 'assessment'
      ? [menuLink(texts.goOnHere, menuIdOf(turn, false, ofTurn))]
      : []),
  ]
  const [links, rest] = [offers.filter(({ url }) => !url), offers.filter(({ url }) => url && publicUrl !== undefined)]
  const taken = links.slice(0, Math.max(1, room - extra.length - (isAnswer ? 1 : 0)))
  const words = [
    ...taken.map((offer) => linkOf(shown, offer)),
    ...rest.map(({ label, url }) => pageLink(label, `${publicUrl}${url}`)),
    ...extra,
  ]
  const head = words.length === 0 ? [] : [isAnswer && taken.length > 0 ? texts.askNext : '']
  const rating = isAnswer ? texts.rate(own(texts.helpful), own(texts.unhelpful)) : ''
  return [lines(pages), lines([...head, ...words]), rating].filter(Boolean).join('\n\n')
}

const lines = (some: string[]): string => some.filter(Boolean).join('\n')

function originalLink([first]: Citation[], publicUrl: string | undefined): string {
  return first && publicUrl !== undefined ? pageLink(texts.original, `${publicUrl}${first.url}`) : ''
}

/** The files for people; JSON is for programs. */
function fileLinks(replies: readonly Reply[], publicUrl: string | undefined): string[] {
  if (publicUrl === undefined) return []
  const files = replies.flatMap(({ downloads = [] }) => downloads).filter(({ url }) => !url.endsWith('.json'))
  return files.map(({ label, url }) => pageLink(label, `${publicUrl}${url}`))
}

/** Where a self-check goes on without anything typed: its code stands behind the `#`, which no server is sent. */
function codeLinks(replies: readonly Reply[], publicUrl: string | undefined): string[] {
  const codes = replies.flatMap(({ text }) => /\/resume (?<code>\w{4}-\w{4})/.exec(text)?.groups?.['code'] ?? [])
  return publicUrl === undefined ? [] : codes.map((code) => pageLink(texts.openPage, `${publicUrl}/#resume=${code}`))
}

/** Adds the tail to the last page, or as a page of its own where it doesn't fit. */
function withTail(bodies: string[], tail: string): string[] {
  if (tail === '') return bodies
  const whole = `${bodies.at(-1) ?? ''}\n\n${tail}`.trim()
  return fits(whole) ? [...bodies.slice(0, -1), whole] : [...bodies, tail]
}

function numbered(pages: string[], turn: string): string[] {
  const id = menuIdOf(turn, false, ofTurn)
  return pages.map((page, at) => {
    const left = pages.length - at - 1
    return left === 0 ? page : `${page}\n\n${menuLink(texts.moreLeft(left), id, sentWords(texts.more))}`
  })
}
