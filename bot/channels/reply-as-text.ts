import { shortened } from '../../knowledge/language/characters.ts'
import type { Action, Citation, Reply } from '../../services/reply.ts'

const longest = 120

/** A reply as lines of plain text: what it says, what that rests on by number, what can be said next. */
export function replyAsText({ text, citations: grounds, contact, ...reply }: Reply): string {
  const citations = contact ? [...grounds, contact] : grounds
  const parts = [text]
  const actions = reply.actions.filter(({ url }) => url === undefined)
  if (citations.length > 0) parts.push(['依据：', ...citations.map(citationLines)].join('\n'))
  if (actions.length > 0) parts.push(['可以接着说：', ...actions.map(actionLine)].join('\n'))
  return parts.join('\n\n')
}

function citationLines({ title, documentNumber, heading, quote, notice, clause }: Citation, at: number): string {
  const source = `《${title}》${documentNumber ? `（${documentNumber}）` : ''}`
  const words = shortened(quote, longest)
  return `[${at + 1}] ${source}${heading === title ? '' : ` ${heading}`}（${notice}#${clause}）\n    “${words.replace(/\s+/gu, ' ')}”`
}

const actionLine = ({ label, send }: Action): string => `  · ${send === label ? label : `${label}：${send}`}`
