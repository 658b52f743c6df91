import type { Action, Reply } from '../../../services/reply.ts'
import { answerButtons, numberField, summaryRows, toolButtons } from './card-answers.ts'
import { citationList } from './citation-list.ts'
import { el, need } from './element.ts'
import { langOf, type Language, wordsIn } from './language.ts'
import { linkedText } from './linked-text.ts'
import { findQuestion, type Question } from './programmes.ts'
import { questionParts, wordingIn } from './question-text.ts'

export type CardDesk = { send(text: string, label?: string): void; whenDrawn(): void }

const place = need('#card')
const announcer = need('#card-said')
const leave = '/cancel'
let latest = 0

/** How far an interview has come, as a bar and in figures, and the way out of it. */
function headRow({ progress, actions }: Reply, desk: CardDesk, language: Language): HTMLElement {
  const words = wordsIn(language)
  const { done, total } = progress ?? { done: 0, total: 0 }
  const said = words.progress(done, total)
  const isOffered = actions.some(({ send }) => send === leave)
  const out = el(
    'button',
    { class: 'link-button card-leave', type: 'button', onclick: () => desk.send(leave, words.leaveSaid) },
    words.leave,
  )
  return el(
    'div',
    { class: 'card-head' },
    el('span', { class: 'card-name' }, words.interview),
    progress && el('progress', { max: Math.max(total, 1), value: done, 'aria-label': words.interview }, said),
    progress && el('span', { class: 'progress-words', title: said }, `${done}/${total}`),
    !isOffered && out,
  )
}

const heading = (text: string) =>
  el('h2', { class: 'card-question', id: 'card-question', tabindex: -1 }, ...linkedText(text))

async function questionBody(reply: Reply, desk: CardDesk, language: Language): Promise<HTMLElement[]> {
  const words = wordsIn(language)
  const known = reply.asks && (await findQuestion(reply.asks.programme, reply.asks.key))
  const { question, notes, help } = questionParts(reply, known)
  const answers = reply.actions.filter(({ send }) => !send.startsWith('/'))
  const field = known && numberField(known, unitIn(reply, known), question, desk.send, words)
  const why = citationList(reply.citations, { words })
  const explain = el('details', { class: 'more card-help' }, el('summary', {}, words.explain))
  explain.append(...help.map((line) => el('p', {}, ...linkedText(line))), ...(why ? [why] : []))
  return [
    ...notes.map((note) => el('p', { class: 'card-note' }, ...linkedText(note))),
    heading(question),
    ...(field ? [field] : []),
    ...(answers.length > 0 ? [answerButtons(answers, desk.send)] : []),
    el('div', { class: 'card-tools' }, ...toolButtons(toolsOf(reply.actions), desk.send), explain),
  ]
}

/** The unit in the language that the question is put in. */
const unitIn = ({ text }: Reply, known: Question): string => (wordingIn(text.split('\n'), known) ?? known).unit ?? ''

const toolsOf = (actions: readonly Action[]): Action[] => actions.filter(({ send }) => send.startsWith('/'))

function summaryBody(reply: Reply, desk: CardDesk, language: Language): HTMLElement[] {
  const { lead, text } = reply
  const { rows, notes, rest } = summaryRows(reply, desk.send, wordsIn(language))
  return [
    heading(lead ?? text.split('\n')[0] ?? ''),
    el('div', { class: 'card-scroll' }, rows, ...notes.map((note) => el('p', { class: 'card-note' }, note))),
    el('div', { class: 'actions card-confirm' }, ...toolButtons(rest, desk.send, true)),
  ]
}

/**
 * Where the next act is: with keys the first answer; on a touch screen only the question, since a field opens the keyboard,
 * unless it is open for the number before.
 */
function focusCard(drawn: readonly HTMLElement[], wasTyping: boolean): void {
  const find = (selector: string) =>
    drawn
      .map((part) => (part.matches(selector) ? part : part.querySelector<HTMLElement>(selector)))
      .find((one) => one !== null)
  const isTouch = window.matchMedia('(hover: none)').matches
  const next = isTouch
    ? (wasTyping && find('.number-field')) || find('.card-question')
    : find('.choices .choice, .number-field, .card-confirm .button')
  next?.focus({ preventScroll: true })
}

/** Shows what an interview waits for above the composer; undefined takes the card away. */
export async function showCard(reply: Reply | undefined, desk: CardDesk, language: Language): Promise<void> {
  const mine = ++latest
  const isWaiting = reply?.kind === 'question' || reply?.kind === 'summary'
  const draw = reply?.kind === 'summary' ? summaryBody : questionBody
  const body = reply && isWaiting ? await draw(reply, desk, language) : []
  if (mine !== latest) return
  const hadFocus = place.contains(document.activeElement) || document.activeElement === document.body
  const wasTyping = document.activeElement?.matches('.number-field') ?? false
  const wasShown = !place.hidden
  const former = [...place.children]
  const drawn = reply && isWaiting ? [headRow(reply, desk, language), ...body] : []
  place.hidden = drawn.length === 0
  place.lang = langOf(language)
  place.prepend(...drawn)
  if (!place.hidden && hadFocus && wasShown) focusCard(drawn, wasTyping)
  else announcer.textContent = drawn.find((part) => part.matches('.card-question'))?.textContent ?? ''
  // Only now: a field that goes before the next has the focus takes the keyboard along.
  former.forEach((part) => part.remove())
  place.scrollTop = 0
  desk.whenDrawn()
}

/** While an answer is under way nothing else is answered. */
export function pauseCard(isPaused: boolean): void {
  place.classList.toggle('is-paused', isPaused)
  place.setAttribute('aria-busy', String(isPaused))
}

/** The digits choose an answer, unless somebody writes. */
export function listenToDigits(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return
    const { target } = event
    if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], dialog')) return
    const choice = place.querySelectorAll<HTMLElement>('.choices .choice')[Number(event.key) - 1]
    if (!choice) return
    event.preventDefault()
    // As if it had been reached by Tab, so that the focus goes on to the next question.
    choice.focus({ preventScroll: true })
    choice.click()
  })
}
