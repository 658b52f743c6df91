import { askedView, pendingView } from './asked-view.ts'
import { isBusy, putDraft, setBusy } from './composer.ts'
import { SendFailure } from './failure-words.ts'
import { append, clearLog, follow, keepInView, retireActions } from './log-view.ts'
import { newKey } from './message-key.ts'
import { type Desk, replyView } from './reply-view.ts'
import { sendMessage } from './send-message.ts'
import { type Answered, type Asked, belongTo, drop, type Entry, forgetAll, save, transcript } from './transcript.ts'

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

const view = (entry: Entry) => (entry.by === 'person' ? askedView(entry, askedDesk) : replyView(entry, desk))

/** Takes a message and what came back for it off the log. */
function take(key: string): void {
  document.querySelectorAll(`[data-key="${key}"], [data-turn="${key}"]`).forEach((message) => message.remove())
  drop(key)
}

function put(answered: Answered): void {
  const element = view(answered)
  element.setAttribute('data-turn', answered.key)
  append(element)
}

/** Sends a message again; under its key only where it is the same to the server, which takes it for another one otherwise. */
async function retry({ key, text, label, conversation = '' }: Asked): Promise<void> {
  if (isBusy()) return
  take(key)
  await ask(text, { label, ...(conversation === transcript.conversation && { key }) })
}

type Known = { key?: string; label?: string | undefined }

/** Sends a message, shows it, and shows what comes back; a failure stays with the message, to be sent again. */
export async function ask(text: string, { key = newKey(), label }: Known = {}): Promise<void> {
  if (isBusy()) return
  const stop = new AbortController()
  underWay = stop
  const { conversation } = transcript
  const asked: Asked = { by: 'person', key, conversation, text, state: 'sending', ...(label && { label }) }
  transcript.entries.push(asked)
  save()
  setBusy(true)
  const hadFocusInLog = document.activeElement?.closest('#log') ?? false
  retireActions()
  let message = view(asked)
  append(message)
  follow(message)
  if (hadFocusInLog) message.focus({ preventScroll: true })
  const pending = pendingView()
  append(pending.element)

  try {
    const listener = {
      delta(words: string) {
        pending.write(words)
        keepInView()
      },
      reply(reply: Answered['reply']) {
        const answered: Answered = { by: 'assistant', key, reply }
        transcript.entries.push(answered)
        pending.restart()
        pending.element.remove()
        put(answered)
        append(pending.element)
      },
    }
    belongTo(await sendMessage(messageOf(text), key, listener, stop.signal))
    asked.state = 'sent'
  } catch (error) {
    if (stop.signal.aborted) return
    asked.state = 'failed'
    asked.why = error instanceof SendFailure ? error.message : '页面出错了，请刷新后重试。'
    if (error instanceof SendFailure && error.isKeyUsed) asked.key = newKey()
    const failed = view(asked)
    message.replaceWith(failed)
    message = failed
    follow(failed)
    if (!(error instanceof SendFailure)) throw error
  } finally {
    pending.remove()
    keepInView()
    if (underWay === stop) {
      save()
      setBusy(false)
    }
  }
}

const messageOf = (message: string) =>
  transcript.conversation ? { conversation: transcript.conversation, message } : { message }

/** Shows again what was on the log before the page was left. */
export function restore(): void {
  if (transcript.entries.length === 0) return
  const views = transcript.entries.map((entry) => {
    const element = view(entry)
    if (entry.by === 'assistant') element.setAttribute('data-turn', entry.key)
    append(element)
    return { entry, element }
  })
  const last = views.filter(({ entry }) => entry.by === 'person').pop()
  const replies = views.filter(({ entry }) => entry.by === 'assistant')
  replies.slice(0, -1).forEach(({ element }) => {
    element.querySelectorAll('.actions, .answer-field').forEach((row) => row.remove())
  })
  if (last) follow(last.element)
}

/** Starts anew; a reply still under way is let go. */
export function startAnew(): void {
  underWay?.abort()
  underWay = undefined
  setBusy(false)
  forgetAll()
  clearLog()
}
