import { inChinese } from '../../knowledge/language/write-day.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { chatCode } from './chat-code.ts'
import { type ClauseNode, clauseNodes } from './clause-nodes.ts'
import { type Html, markup } from './html.ts'
import { renderNodes } from './notice-clauses.ts'
import { renderPage } from './page-shell.ts'

/** How a notice stands towards others: the one that took its place; and where else it can be asked about. */
export type NoticeStatus = {
  replacedBy?: Pick<Notice, 'id' | 'shortTitle'>
  /** Opens a chat elsewhere that talks of it. */
  chatLink?: string | undefined
}

const deepestInOutline = 2
const squeezed = (text: string) => text.replace(/\s/g, '')

/** A line ends where the source broke it, which is also where a blank stands between two Chinese characters. */
const lines = (text: string) => text.split(/\n|(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])/)

function outline(nodes: ClauseNode[]): Html | false {
  const entries = nodes.filter(({ clause, depth }) => clause.kind === 'heading' && depth <= deepestInOutline)
  if (entries.length === 0) return false
  const items = entries.map(({ clause: { id, marker, heading, text }, children }) => {
    const gap = marker?.startsWith('附件') ? ' ' : ''
    return markup`<li><a href="#${id}">${marker}${gap}${heading || text}</a>${outline(children)}</li>`
  })
  return markup`<ol>${items}</ol>`
}

function statusWords({ replacedBy }: NoticeStatus): Html | undefined {
  return replacedBy && markup`已有新通知：<a href="/notices/${replacedBy.id}">${replacedBy.shortTitle}</a>`
}

function facts(notice: Notice, status: NoticeStatus): Html {
  const year = `${notice.year}年（原文未载明发布日期）`
  const rows: [string, Html | string | undefined][] = [
    ['发布机关', notice.issuer],
    ['文号', notice.documentNumber],
    ['发布日期', notice.issued ? inChinese(notice.issued) : year],
    ['状态', statusWords(status)],
  ]
  return markup`<dl class="notice-facts">${rows.map(([term, value]) => value && markup`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** What stands above the text: the document number, a rule in red, the title as its author broke it into lines. */
function head(notice: Notice, front: ClauseNode[]): Html {
  const at = front.findIndex(({ clause }) => squeezed(clause.text) === squeezed(notice.title))
  const title = front[at]
  const above = renderNodes(front.slice(0, Math.max(at, 0)))
  const heading = title
    ? markup`<h1 class="clause" id="${title.clause.id}">${lines(title.clause.text).map((line) => markup`<span class="title-line">${line}</span>`)}</h1>`
    : markup`<h1>${notice.title}</h1>`
  return markup`<header class="paper-head">${above}${heading}</header>${renderNodes(front.slice(at + 1))}`
}

/** The clauses before the first that is not `front`: the head of the paper. */
function splitFront(nodes: ClauseNode[]): [ClauseNode[], ClauseNode[]] {
  const first = nodes.findIndex(({ clause }) => clause.kind !== 'front' && clause.kind !== 'furniture')
  const end = first < 0 ? nodes.length : first
  return [nodes.slice(0, end), nodes.slice(end)]
}

/** The page on which a notice is read: every clause with its anchor, its id; all text escaped. */
export function renderNoticePage(notice: Notice, status: NoticeStatus = {}): string {
  const nodes = clauseNodes(notice.clauses)
  const [front, rest] = splitFront(nodes)
  const body = markup`<div class="sheet">
<nav class="side" aria-label="本通知"><details class="outline more" id="outline"><summary>目录</summary>${outline(nodes)}</details></nav>
<main id="paper" tabindex="-1" data-notice="${notice.id}">${facts(notice, status)}<article class="paper">${head(notice, front)}${renderNodes(rest)}</article>
<p class="small colophon">文字由公开发布的原件整理，换行、空白与页码不作为内容；以发布机关的原件为准。</p>${chatCode('n', notice.id, status.chatLink)}</main>
</div>`
  return renderPage({
    title: notice.shortTitle,
    back: { href: '/', words: '返回问答' },
    sheet: 'notice-page',
    scripts: ['notice'],
    look: 'notice-page',
    body,
  })
}
