import { styleText } from 'node:util'
import { shortened } from '../../knowledge/language/characters.ts'
import type { Action, Citation, Reply } from '../../services/reply.ts'

const longest = 120
/** Numbers choose so many of what is offered. */
const mostNumbers = 9

type Style = Parameters<typeof styleText>[0]
/** Puts words in a style. */
export type Paint = (style: Style, words: string) => string

/** As a terminal shows it: nothing where it is none, or where NO_COLOR asks for none. */
export const painted: Paint = (style, words) => styleText(style, words, { stream: process.stdout })
const plainly: Paint = (_style, words) => words

export type AsText = {
  paint?: Paint
  /** Whether numbers choose among what it offers: it is the last of its turn. */
  isLast?: boolean
}

/** A reply as lines of text: what it says, what that rests on by number, what can be said next. */
export function replyAsText(reply: Reply, { paint = plainly, isLast = true }: AsText = {}): string {
  const { contact, text } = reply
  const citations = contact ? [...reply.citations, contact] : reply.citations
  const parts = [headed(reply, text, paint)]
  const actions = reply.actions.filter(({ url }) => url === undefined)
  if (citations.length > 0)
    parts.push(['依据：', ...citations.map((citation, at) => citationLines(citation, at, paint))].join('\n'))
  if (actions.length > 0) {
    const isNumbered = isLast && takesNumbers(reply)
    parts.push(['可以接着说：', ...actions.map((action, at) => actionLine(action, at, isNumbered, paint))].join('\n'))
  }
  return parts.join('\n\n')
}

/** The replies of a turn, one below the other; numbers choose among what the last one offers. */
export const turnAsText = (replies: readonly Reply[], paint: Paint): string =>
  replies.map((reply, at) => replyAsText(reply, { paint, isLast: at === replies.length - 1 })).join('\n\n')

/** A number is an answer where a question asks for one: what it offers besides are commands, or a share. */
const takesNumbers = ({ kind, actions }: Reply): boolean =>
  kind !== 'question' || actions.some(({ send }) => !/^\/|%$/u.test(send))

/** The answer in one line, or the question of an interview, stands out. */
function headed({ kind, lead }: Reply, text: string, paint: Paint): string {
  const [first = ''] = text.split('\n')
  const head = lead !== undefined && text.startsWith(lead) ? lead : kind === 'question' ? first : ''
  return head === '' ? text : paint('bold', head) + text.slice(head.length)
}

function citationLines(citation: Citation, at: number, paint: Paint): string {
  const { title, documentNumber, heading, quote, notice, clause } = citation
  const source = `《${title}》${documentNumber ? `（${documentNumber}）` : ''}`
  const words = shortened(quote, longest)
  const head = `[${at + 1}] ${source}${heading === title ? '' : ` ${heading}`}（${notice}#${clause}）`
  return `${paint('dim', head)}\n    “${words.replace(/\s+/gu, ' ')}”`
}

function actionLine({ label, send }: Action, at: number, isNumbered: boolean, paint: Paint): string {
  const words = send === label ? label : `${label}：${send}`
  if (!isNumbered || at >= mostNumbers) return `  · ${words}`
  // The number does it: only commands are worth knowing.
  return `  ${paint('cyan', `${at + 1}.`)} ${send.startsWith('/') ? words : label}`
}
