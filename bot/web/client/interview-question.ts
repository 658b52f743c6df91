import type { Reply } from '../../../services/reply.ts'
import { el } from './element.ts'
import { findQuestion, type Question } from './programmes.ts'

type Send = (text: string) => void

const numericTypes = ['int', 'number', 'percent']

/** How far an interview has come, as a bar and in words. */
export function progressBar({ done, total }: { done: number; total: number }): HTMLElement {
  const words = `已答 ${done} 题，共 ${total} 题`
  return el(
    'div',
    { class: 'progress' },
    el('progress', { max: Math.max(total, 1), value: done, 'aria-label': '自查进度' }, words),
    el('span', { class: 'progress-words' }, words),
  )
}

function numberField({ prompt, unit = '' }: Question, send: Send): HTMLFormElement {
  const input = el('input', {
    class: 'field number-field',
    inputmode: 'decimal',
    autocomplete: 'off',
    'aria-label': unit ? `${prompt}（${unit}）` : prompt,
  })
  const form = el(
    'form',
    { class: 'number-form' },
    el('span', { class: 'number-box' }, input, unit && el('span', { class: 'unit', 'aria-hidden': 'true' }, unit)),
    el('button', { class: 'button', type: 'submit' }, '确定'),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const value = input.value.trim()
    if (value) send(/\d$/.test(value) ? `${value}${unit}` : value)
    else input.focus()
  })
  return form
}

/** The place for a typed answer, filled in once it is known that the open question takes a number. */
export function answerField({ asks, actions }: Reply, send: Send): HTMLElement | undefined {
  if (!asks) return undefined
  const place = el('div', { class: 'answer-field' })
  const hasChoice = actions.some((action) => !action.send.startsWith('/'))
  if (hasChoice) return undefined
  void findQuestion(asks.programme, asks.key).then((question) => {
    if (question && numericTypes.includes(question.type)) place.append(numberField(question, send))
  })
  return place
}
