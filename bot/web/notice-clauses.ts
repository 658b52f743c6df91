import type { ClauseKind } from '../../knowledge/parsing/clause.ts'
import { openablePieces } from './client/openable.ts'
import { clauseLink } from './clause-link.ts'
import type { ClauseNode } from './clause-nodes.ts'
import { type Html, markup } from './html.ts'
import { renderTable } from './notice-table.ts'

const isAnnex = (marker = '') => marker.startsWith('附件')

const linked = (text: string) =>
  openablePieces(text).map((piece) =>
    piece.href ? markup`<a href="${piece.href}" rel="noopener noreferrer">${piece.text}</a>` : piece.text,
  )

/** The number and title that open a provision, apart from its running text. */
function opening({ clause }: ClauseNode): [string, string] {
  const at = clause.heading ? clause.text.indexOf(clause.heading) : -1
  const end = at < 0 || at > (clause.marker?.length ?? 0) + 1 ? 0 : at + clause.heading.length
  return [clause.text.slice(0, end), clause.text.slice(end)]
}

function paragraph(node: ClauseNode): Html {
  const [lead, rest] = opening(node)
  const { id, kind } = node.clause
  const words = markup`<p>${lead && markup`<strong>${lead}</strong>`}${linked(rest)} ${clauseLink(node)}</p>`
  return markup`<div class="clause clause-${kind}" id="${id}">${words}${renderNodes(node.children)}</div>`
}

function section(node: ClauseNode): Html {
  const { id, marker = '', text } = node.clause
  const level = Math.min(node.depth, 3)
  const title = isAnnex(marker)
    ? markup`<span class="annex-mark">${marker}</span> ${text.slice(text.indexOf(marker) + marker.length).trim()}`
    : markup`${text}`
  const tag = headingTags[level] ?? headingTags[3]
  const look = isAnnex(marker) ? 'annex' : `part part-${level}`
  return markup`<section class="clause ${look}" id="${id}">${tag(markup`${title} ${clauseLink(node)}`)}${renderNodes(node.children)}</section>`
}

const headingTags = [
  (title: Html) => markup`<h2>${title}</h2>`,
  (title: Html) => markup`<h3>${title}</h3>`,
  (title: Html) => markup`<h4>${title}</h4>`,
  (title: Html) => markup`<h5>${title}</h5>`,
] as const

/** Words of a form that its layout set upright, a character a line, read as words again. */
const uprightWords = (text: string) => text.replace(/(?:^\S\n)+\S$/gm, (upright) => upright.replace(/\n/g, ''))

function form(node: ClauseNode): Html {
  const { id, text } = node.clause
  return markup`<div class="clause clause-form" id="${id}"><p>${linked(uprightWords(text))} ${clauseLink(node)}</p>${renderNodes(node.children)}</div>`
}

const renderers: Record<ClauseKind, (node: ClauseNode) => Html> = {
  heading: section,
  item: paragraph,
  paragraph,
  form,
  table: renderTable,
  row: paragraph,
  front: paragraph,
  closing: paragraph,
  contact: paragraph,
  furniture: paragraph,
}

/** Clauses as HTML, each with its id as anchor, those under it inside it. */
export const renderNodes = (nodes: ClauseNode[]): Html[] => nodes.map((node) => renderers[node.clause.kind](node))
