import type { Action, Reply } from '../../../services/reply.ts'
import { el, icon } from './element.ts'
import type { PageWords } from './page-words.ts'
import type { Question } from './programmes.ts'

type Send = (text: string, label?: string) => void

const numericTypes = ['int', 'number', 'percent']
const edits = /^\/edit\s/

/** The answers to choose from, numbered as they are chosen by key. */
export function answerButtons(answers: readonly Action[], send: Send): HTMLElement {
  const buttons = answers.map(({ label, send: text }, at) =>
    el(
      'button',
      {
        class: 'choice',
        type: 'button',
        'aria-keyshortcuts': at < 9 ? String(at + 1) : undefined,
        onclick: () => send(text, label),
      },
      el('span', { class: 'choice-number', 'aria-hidden': 'true' }, String(at + 1)),
      label,
    ),
  )
  return el('div', { class: 'actions choices', role: 'group', 'aria-labelledby': 'card-question' }, ...buttons)
}

/** What can be done besides; at the end of the questions what confirms stands out. */
export const toolButtons = (actions: readonly Action[], send: Send, isEnd = false): HTMLElement[] =>
  actions.map(({ label, send: text }) => {
    const look = isEnd && text === '/confirm' ? 'button' : 'button button-quiet'
    return el('button', { class: look, type: 'button', onclick: () => send(text, label) }, label)
  })

/** The place for a typed number with its unit, where the question takes one. */
export function numberField(
  { type }: Question,
  unit: string,
  question: string,
  send: Send,
  words: PageWords,
): HTMLFormElement | undefined {
  if (!numericTypes.includes(type)) return undefined
  const input = el('input', {
    class: 'field number-field',
    inputmode: 'decimal',
    enterkeyhint: 'done',
    autocomplete: 'off',
    'aria-label': unit ? words.withUnit(question, unit) : question,
  })
  const form = el(
    'form',
    { class: 'number-form' },
    el('span', { class: 'number-box' }, input, unit && el('span', { class: 'unit', 'aria-hidden': 'true' }, unit)),
    // The field keeps the focus, and so the keyboard of a phone stays for the next number.
    el(
      'button',
      { class: 'button', type: 'submit', onmousedown: (event) => event.preventDefault() },
      words.confirmNumber,
    ),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const value = input.value.trim()
    if (value) send(/\d$/.test(value) ? words.figure(value, unit) : value)
    else input.focus()
  })
  return form
}

type Summary = { rows: HTMLElement; notes: string[]; rest: Action[] }

/** The answers given, each to be tapped for a change; what else the reply says, and what else can be done. */
export function summaryRows({ table, text, lead, actions }: Reply, send: Send, words: PageWords): Summary {
  const changes = actions.filter((action) => edits.test(action.send))
  const rest = actions.filter((action) => !edits.test(action.send))
  const lines = text
    .split('\n')
    .slice(1)
    .filter((line) => line !== lead)
  const given = table
    ? table.rows.map((cells) => cells.map((cell) => cell.text))
    : lines.filter(isAnswer).map((line) => line.replace(numbering, '').split(/[:：]/, 2))
  const isPaired = changes.length === given.length
  const items = isPaired
    ? given.map(([name = '', value = ''], at) => rowButton(name, value, changes[at]!, send, words))
    : [
        ...given.map((cells) => el('li', { class: 'summary-row' }, cells.join(words.named('')))),
        ...changes.map((action) => el('li', {}, ...toolButtons([action], send))),
      ]
  const notes = lines.filter((line) => line.trim() && !isTold(line, given))
  return { rows: el('ol', { class: 'summary-rows' }, ...items), notes, rest }
}

const numbering = /^\s*(?:\d+[.、．]|·)\s*/
const isAnswer = (line: string): boolean => numbering.test(line) && /[:：]/.test(line)
const isTold = (line: string, rows: readonly string[][]): boolean =>
  rows.some(([name = '', value = '']) => name !== '' && line.includes(name) && line.includes(value))

function rowButton(
  name: string,
  value: string,
  { send: text, label }: Action,
  send: Send,
  words: PageWords,
): HTMLElement {
  return el(
    'li',
    {},
    el(
      'button',
      { class: 'summary-row', type: 'button', onclick: () => send(text, label) },
      el('span', { class: 'summary-name' }, name),
      el('span', { class: 'summary-value' }, value),
      el('span', { class: 'visually-hidden' }, words.edit),
      icon('edit'),
    ),
  )
}
