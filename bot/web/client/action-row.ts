import type { Action, Reply } from '../../../services/reply.ts'
import type { ChoiceLines } from './choice-lines.ts'
import type { Desk } from './desk.ts'
import { el } from './element.ts'
import type { PageWords } from './page-words.ts'

/** An action that opens a page of this server. */
const pageLink = ({ label, url }: Action): HTMLElement | undefined =>
  url === undefined ? undefined : el('a', { class: 'choice', href: url }, label)

function actionButton({ label, send }: Action, desk: Desk): HTMLButtonElement {
  const look = send === '/confirm' ? 'button' : 'choice'
  return el('button', { class: look, type: 'button', onclick: () => desk.send(send, label) }, label)
}

/** One of several to choose from, with its number, by which it may be named, too. */
function numberedButton({ label, send }: Action, at: number, note: string, desk: Desk): HTMLButtonElement {
  return el(
    'button',
    { class: 'choice', type: 'button', onclick: () => desk.send(send, label) },
    el('span', { class: 'choice-number', 'aria-hidden': 'true' }, String(at + 1)),
    el('span', {}, label, note !== '' && el('span', { class: 'small choice-note' }, note)),
  )
}

/** The buttons below a reply; those of a list that is left out of the text stand below one another. */
export function actionRow(
  { kind, actions }: Reply,
  listed: ChoiceLines | undefined,
  desk: Desk,
  words: PageWords,
): HTMLElement | undefined {
  if (actions.length === 0) return undefined
  const buttons = actions.map((action, at) =>
    listed
      ? numberedButton(action, at, listed.notes[at] ?? '', desk)
      : (pageLink(action) ?? actionButton(action, desk)),
  )
  const look = `actions actions-${kind}${listed ? ' is-list' : ''}`
  return el('div', { class: look, role: 'group', 'aria-label': words.quickReplies }, ...buttons)
}
