import type { Assessment } from '../../../services/eligibility/assessment.ts'
import type { Reply, ReplyKind } from '../../../services/reply.ts'
import { actionRow } from './action-row.ts'
import { assessmentCard } from './assessment-card.ts'
import { choiceLines } from './choice-lines.ts'
import { citationList } from './citation-list.ts'
import type { Desk } from './desk.ts'
import { downloadRow } from './download-row.ts'
import { el } from './element.ts'
import { langOf, type Language, wordsIn } from './language.ts'
import { linkedText } from './linked-text.ts'
import type { PageWords } from './page-words.ts'
import { questionLine } from './question-line.ts'
import { replyBody } from './reply-body.ts'
import { replyTable } from './reply-table.ts'
import { partsOf } from './reply-text.ts'
import { toolRow } from './tool-row.ts'
import { unitExtras } from './unit-extras.ts'
import { unitRows } from './unit-rows.ts'
import type { Answered } from './entry.ts'

/** How each kind of reply is set: with thumbs and a copy button or without, and whether its first line always leads. */
const looks: Record<ReplyKind, { hasTools: boolean; leads: boolean }> = {
  answer: { hasTools: true, leads: false },
  'not-found': { hasTools: true, leads: false },
  roster: { hasTools: true, leads: false },
  assessment: { hasTools: true, leads: true },
  summary: { hasTools: false, leads: true },
  question: { hasTools: false, leads: true },
  clarify: { hasTools: false, leads: false },
  info: { hasTools: false, leads: false },
}

/** With its card an assessment needs no more than its first line; the rest stays at hand as text. */
function assessmentView(reply: Reply, words: PageWords): HTMLElement[] {
  const [lead = '', ...rest] = reply.text.split('\n')
  const body = el('p', { class: 'message-text' }, ...linkedText(rest.join('\n').trim()))
  const card = assessmentCard(reply.assessment as Assessment, {
    files: downloadRow(reply, words, isForPeople),
    more: [el('h4', {}, words.asText), body, downloadRow(reply, words, (url) => !isForPeople(url))],
  })
  // The banner says the verdict; above it stands what was checked.
  const [checked = lead] = lead.split(/[:：]/)
  return [el('p', { class: 'lead' }, checked), card, sources(reply, words)].filter((one) => one !== undefined)
}

/** Files that people read; data is for programs. */
const isForPeople = (url: string): boolean => !url.endsWith('.json')

/** Behind one line: every criterion of the card opens its own clause. */
const sources = ({ citations }: Reply, words: PageWords) => citationList(citations, { words, isFolded: true })

function plainView(reply: Reply, leads: boolean, words: PageWords): (HTMLElement | undefined)[] {
  const { citations, nearest, contact } = reply
  const { elements, quoted } = replyBody(partsOf(reply, leads), citations)
  const ofUnit = unitRows(reply, words)
  const table = ofUnit ?? replyTable(reply, words)
  const near = nearest && citationList([nearest], { words })
  const call = contact && citationList([contact], { words })
  return [
    ...elements,
    table,
    ...unitExtras(reply, ofUnit !== undefined, words),
    citationList(citations, { quoted, words, isFolded: table !== undefined }),
    near && el('div', { class: 'nearest' }, el('p', { class: 'small' }, words.nearest), near),
    call && el('div', { class: 'nearest' }, el('p', { class: 'small' }, words.contact), call),
  ]
}

/** What is to be chosen from comes before what it rests on. */
function choiceView(reply: Reply, row: HTMLElement | undefined, words: PageWords): (HTMLElement | undefined)[] {
  const { elements, quoted } = replyBody(partsOf(reply), reply.citations)
  return [...elements, row, citationList(reply.citations, { quoted, words, isFolded: true })]
}

/** One reply of the assistant in the log; what an interview asks is a short line there, and stands on the card. */
export function replyView(answered: Answered, desk: Desk, language: Language): HTMLElement {
  const { reply } = answered
  const words = wordsIn(language)
  const isAsking = reply.kind === 'question' || reply.kind === 'summary'
  const look = looks[reply.kind] ?? looks.info
  const isAssessed = reply.kind === 'assessment' && reply.assessment
  const message = el(
    'article',
    {
      class: `message reply reply-${reply.kind}`,
      tabindex: -1,
      'data-reply': reply.id,
      lang: langOf(language),
    },
    el('h2', { class: 'visually-hidden' }, words.reply),
  )
  if (isAsking) {
    message.setAttribute('aria-live', 'off')
    message.append(questionLine(reply))
    return message
  }
  const listed = choiceLines(reply)
  const row = actionRow(reply, listed, desk, words)
  const parts = isAssessed
    ? assessmentView(reply, words)
    : listed
      ? choiceView({ ...reply, text: listed.text }, row, words)
      : plainView(reply, look.leads, words)
  const tools = look.hasTools ? toolRow(answered, desk, words) : []
  message.append(...[...parts, listed ? undefined : row, ...tools].filter((one) => one !== undefined))
  return message
}
