import { askedView, type AskedDesk } from './asked-view.ts'
import type { Desk } from './desk.ts'
import type { Entry } from './entry.ts'
import { append, clearLog, follow, retireActions } from './log-view.ts'
import { replyView } from './reply-view.ts'
import { language, transcript } from './transcript.ts'

/** What replies and messages on the log can ask of the page. */
export type Desks = { replies: Desk; asked: AskedDesk }

/** A message of either side; a reply is marked with the turn it belongs to. */
export function entryView(entry: Entry, desks: Desks, spoken = language()): HTMLElement {
  if (entry.by === 'person') return askedView(entry, desks.asked)
  const element = replyView(entry, desks.replies, spoken)
  element.setAttribute('data-turn', entry.key)
  return element
}

/** Shows again what was on the log before the page was left. */
export function restoreEntries(desks: Desks): void {
  let spoken = transcript.entries.find((entry) => entry.by === 'person')?.language
  let last: HTMLElement | undefined
  for (const entry of transcript.entries) {
    if (entry.by === 'person') spoken = entry.language
    else retireActions()
    const element = entryView(entry, desks, spoken)
    append(element)
    if (entry.by === 'person') last = element
  }
  if (last) follow(last)
  else clearLog()
}
