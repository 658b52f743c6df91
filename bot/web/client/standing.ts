import type { Reply } from '../../../services/reply.ts'
import type { Desk } from './desk.ts'
import { showCard } from './interview-card.ts'
import { keepInView } from './log-view.ts'
import { showShellWords } from './shell-words.ts'
import { showTopic } from './topic-bar.ts'
import { language, shellLanguage, transcript } from './transcript.ts'

const isAsking = ({ kind }: Reply): boolean => kind === 'question' || kind === 'summary'
const keyOf = ({ asks }: Reply): string => (asks ? `${asks.programme} ${asks.key}` : '')

/** What an interview asked is a line of the log once it is answered: not while it stands on the card, nor when it is asked again. */
function showQuestionLines(replies: readonly Reply[], current: Reply | undefined): void {
  const asking = replies.filter(isAsking)
  for (const [at, reply] of asking.entries()) {
    const next = asking[at + 1]
    const isRepeated = next !== undefined && keyOf(next) === keyOf(reply)
    const line = document.querySelector<HTMLElement>(`[data-reply="${CSS.escape(reply.id)}"]`)
    if (line) line.hidden = reply === current || isRepeated || reply.kind === 'summary'
  }
}

/** Shows beside the log what the conversation stands at: its topic, and what an interview waits for. */
export function showStanding(desk: Desk): void {
  const replies = transcript.entries.flatMap((entry) => (entry.by === 'assistant' ? [entry.reply] : []))
  const last = replies[replies.length - 1]
  const current = last && isAsking(last) ? last : undefined
  showQuestionLines(replies, current)
  showTopic(desk.send)
  showShellWords(shellLanguage())
  void showCard(current, { send: desk.send, whenDrawn: keepInView }, language())
}
