import type { Citation, Reply } from '../../../services/reply.ts'
import { el } from './element.ts'

/** Copies to the clipboard; the old command serves browsers inside other apps. Resolves to whether it worked. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement
  const area = el('textarea', { class: 'visually-hidden', readonly: true, 'aria-hidden': 'true' })
  area.value = text
  document.body.append(area)
  area.select()
  area.setSelectionRange(0, text.length)
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
}

const source = (citation: Citation) =>
  [
    `《${citation.title}》${citation.documentNumber ? `（${citation.documentNumber}）` : ''}`,
    citation.heading,
    `“${citation.quote}”`,
    new URL(citation.url, location.href).href,
  ].join('\n')

/** A reply as people paste it into a message: the words, then what they rest on. */
export function replyWithSource({ text, citations }: Reply): string {
  if (citations.length === 0) return text
  return `${text}\n\n依据：\n${citations.map(source).join('\n\n')}`
}
