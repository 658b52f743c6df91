import { takeAbout } from './about-chip.ts'
import { pendingView } from './asked-view.ts'
import { isBusy, putDraft, setBusy } from './composer.ts'
import type { Desk } from './desk.ts'
import type { Answered, Asked } from './entry.ts'
import { type Desks, entryView, restoreEntries } from './entry-views.ts'
import { SendFailure } from './failure-words.ts'
import { pauseCard } from './interview-card.ts'
import { type Language, languageOf, wordsIn } from './language.ts'
import { append, clearLog, follow, keepInView, retireActions } from './log-view.ts'
import { newKey } from './message-key.ts'
import { pageShown } from './page-shown.ts'
import { sendMessage } from './send-message.ts'
import { showStanding } from './standing.ts'
import { belongTo, drop, forgetAll, language, save, transcript, turnToChat } from './transcript.ts'

let underWay: AbortController | undefined

const desk: Desk = { send: (text, label) => void ask(text, text.startsWith('/') ? { label } : {}), keep: save }
const askedDesk = {
  retry: (asked: Asked) => void retry(asked),
  revise(asked: Asked) {
    if (isBusy()) return
    take(asked.key)
    putDraft(asked.text)
  },
}

const desks: Desks = { replies: desk, asked: askedDesk }

/** Takes a message and what came back for it off the log. */
function take(key: string): void {
  document.querySelectorAll(`[data-key="${key}"], [data-turn="${key}"]`).forEach((message) => message.remove())
  drop(key)
}

/** Sends a message again; under its key only where it is the same to the server, which takes it for another one otherwise. */
async function retry({ key, text, label, conversation = '' }: Asked): Promise<void> {
  if (isBusy()) return
  take(key)
  await ask(text, { label, ...(conversation === transcript.conversation && { key }) })
}

type Known = { key?: string; label?: string | undefined }

function newAsked(text: string, { key = newKey(), label }: Known): Asked {
  const { conversation } = transcript
  // What a command is labelled with says nothing of what is written.
  const spoken = languageOf(/^[/／]/.test(text) ? text : (label ?? text), language())
  return { by: 'person', key, conversation, text, language: spoken, state: 'sending', ...(label && { label }) }
}

/** Puts each reply of a turn on the log as it comes, above the place where the next is waited for. */
const placing =
  ({ key }: Asked, pending: HTMLElement) =>
  (reply: Answered['reply']): void => {
    const answered: Answered = { by: 'assistant', key, reply }
    transcript.entries.push(answered)
    pending.remove()
    append(entryView(answered, desks))
    append(pending)
  }

function fail(asked: Asked, message: HTMLElement, error: unknown): void {
  asked.state = 'failed'
  asked.why = error instanceof SendFailure ? error.message : wordsIn(asked.language).pageBroken
  if (error instanceof SendFailure && error.isKeyUsed) asked.key = newKey()
  const failed = entryView(asked, desks)
  message.replaceWith(failed)
  follow(failed)
}

/** Sends a message, shows it, and shows what comes back; a failure stays with the message, to be sent again. */
export async function ask(text: string, known: Known = {}): Promise<void> {
  if (isBusy()) return
  const stop = new AbortController()
  underWay = stop
  setBusy(true)
  pauseCard(true)
  await takeAbout(text, stop.signal)
  if (stop.signal.aborted) return
  const asked = newAsked(text, known)
  transcript.entries.push(asked)
  save()
  const hadFocusInLog = document.activeElement?.closest('#log') ?? false
  retireActions()
  const message = entryView(asked, desks)
  append(message)
  follow(message)
  if (hadFocusInLog) message.focus({ preventScroll: true })
  const pending = pendingView(wordsIn(asked.language))
  append(pending.element)
  try {
    const id = await sendMessage(
      messageOf(text, asked.language),
      asked.key,
      placing(asked, pending.element),
      stop.signal,
      asked.language,
    )
    if (stop.signal.aborted) return
    asked.state = 'sent'
    belongTo(id)
  } catch (error) {
    // Leaving the page breaks the request off: that is no failure, and it is asked about when somebody comes back.
    await pageShown()
    if (stop.signal.aborted) return
    fail(asked, message, error)
    if (!(error instanceof SendFailure)) throw error
  } finally {
    pending.remove()
    if (underWay === stop) settle()
  }
}

function settle(): void {
  save()
  setBusy(false)
  pauseCard(false)
  showStanding(desk)
  keepInView()
}

const messageOf = (message: string, spoken?: Language) => ({
  ...(transcript.conversation && { conversation: transcript.conversation }),
  message,
  ...(spoken && { language: spoken }),
})

/** Shows again what was on the log before the page was left, and what it stands at. */
export function restore(): void {
  restoreEntries(desks)
  showStanding(desk)
}

/** Lets go a reply that is still under way, and empties the log. */
function leaveChat(): void {
  underWay?.abort()
  underWay = undefined
  setBusy(false)
  pauseCard(false)
  clearLog()
}

/** Shows another conversation of this device, or without a key a new one. */
export function openChat(key?: string): void {
  leaveChat()
  turnToChat(key)
  restore()
}

/** Takes the current conversation off this device. */
export function forgetCurrent(): void {
  leaveChat()
  forgetAll()
  restore()
}
