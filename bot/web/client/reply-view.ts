import type { Assessment } from '../../../services/eligibility/assessment.ts'
import type { Action, Citation, Reply, ReplyKind } from '../../../services/reply.ts'
import { assessmentCard } from './assessment-card.ts'
import { citationList } from './citation-card.ts'
import { copyText, replyWithSource } from './copy-text.ts'
import { downloadRow } from './download-row.ts'
import { el, icon, toast } from './element.ts'
import { feedback } from './feedback.ts'
import { answerField, progressBar } from './interview-question.ts'
import { linkedText } from './linked-text.ts'
import type { Answered } from './transcript.ts'
import { pageLink, unitExtras } from './unit-extras.ts'

/** What a reply can ask of the page: to send words (shown as `label` where they are a command), to keep its marks. */
export type Desk = { send(text: string, label?: string): void; keep(): void }

/** How each kind of reply is set: with thumbs and a copy button or without, and whether its first line leads. */
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

function textView(text: string, leads: boolean): HTMLElement[] {
  const [lead = '', ...rest] = leads ? text.split('\n') : ['', text]
  const body = rest.join('\n').trim()
  return [
    ...(lead ? [el('p', { class: 'lead' }, ...linkedText(lead))] : []),
    ...(body ? [el('p', { class: 'message-text' }, ...linkedText(body))] : []),
  ]
}

/** With its card an assessment needs no more than its first line; the rest stays at hand as text. */
function assessmentView(reply: Reply): HTMLElement[] {
  const [lead, body] = textView(reply.text, true)
  const card = assessmentCard(reply.assessment as Assessment)
  const files = downloadRow(reply)
  if (files) card.querySelector('.tools')?.before(files)
  if (body) card.append(el('details', { class: 'more as-text' }, el('summary', {}, '文字版'), body))
  return lead ? [lead, card] : [card]
}

function actionButton({ label, send }: Action, desk: Desk): HTMLButtonElement {
  const look = send === '/confirm' ? 'button' : send.startsWith('/') ? 'button button-quiet' : 'choice'
  return el('button', { class: look, type: 'button', onclick: () => desk.send(send, label) }, label)
}

function actionRow(reply: Reply, desk: Desk): HTMLElement | undefined {
  if (reply.actions.length === 0) return undefined
  const buttons = reply.actions.map((action) => pageLink(action) ?? actionButton(action, desk))
  return el('div', { class: `actions actions-${reply.kind}`, role: 'group', 'aria-label': '快捷回复' }, ...buttons)
}

function toolRow(answered: Answered, desk: Desk): HTMLElement[] {
  const { reply } = answered
  const { buttons, below } = feedback(reply.id, answered.helpful, (helpful) => {
    answered.helpful = helpful
    desk.keep()
  })
  const copy = async () =>
    toast((await copyText(replyWithSource(reply))) ? '已复制回答和出处' : '没能复制，请长按文字手动复制')
  const button = el(
    'button',
    { class: 'tool', type: 'button', onclick: () => void copy() },
    icon('copy'),
    el('span', {}, '复制'),
  )
  return [el('div', { class: 'tools' }, ...buttons, button), below]
}

/** Why an interview asks what it asks: the clause, out of the way of the answer. */
function reason(citations: Citation[]): HTMLElement | undefined {
  const list = citationList(citations)
  return list && el('details', { class: 'more' }, el('summary', {}, '为什么问这一题'), list)
}

function sourcesAndActions(reply: Reply, desk: Desk): (HTMLElement | undefined)[] {
  if (reply.kind !== 'question') return [citationList(reply.citations), actionRow(reply, desk)]
  return [answerField(reply, desk.send), actionRow(reply, desk), reason(reply.citations)]
}

/** One reply of the assistant in the log. */
export function replyView(answered: Answered, desk: Desk): HTMLElement {
  const { reply } = answered
  const look = looks[reply.kind] ?? looks.info
  const isAssessed = reply.kind === 'assessment' && reply.assessment
  return el(
    'article',
    { class: `message reply reply-${reply.kind}`, tabindex: -1, 'data-reply': reply.id },
    el('h2', { class: 'visually-hidden' }, '知询的回答'),
    reply.progress && progressBar(reply.progress),
    ...(isAssessed ? assessmentView(reply) : textView(reply.text, look.leads)),
    ...unitExtras(reply),
    ...sourcesAndActions(reply, desk),
    ...(look.hasTools ? toolRow(answered, desk) : []),
  )
}
