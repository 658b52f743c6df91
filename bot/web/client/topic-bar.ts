import type { Reply } from '../../../services/reply.ts'
import { el, need } from './element.ts'
import { wordsIn } from './language.ts'
import { language, transcript } from './transcript.ts'

type Send = (text: string, label: string) => void

const place = need('#topic')

/** What the last reply says that the conversation is about. */
function topicNow(): Reply['topic'] {
  const last = transcript.entries[transcript.entries.length - 1]
  const replies = transcript.entries.filter((entry) => entry.by === 'assistant')
  // A message without an answer yet is still about what the one before it was about.
  const answered = last?.by === 'assistant' ? last : replies[replies.length - 1]
  return answered?.reply.topic
}

/** Shows what the conversation is about, to be changed or dropped; nothing where it is about nothing. */
export function showTopic(send: Send): void {
  const topic = topicNow()
  const words = wordsIn(language())
  place.hidden = !topic
  place.setAttribute('aria-label', words.topic.replace(/[：:\s]+$/, ''))
  if (!topic) return place.replaceChildren()
  const change = el(
    'button',
    {
      class: 'topic-words',
      type: 'button',
      'aria-label': words.change(topic.label),
      onclick: () => send('/topic', words.changeTopic),
    },
    el('span', { class: 'topic-lead' }, words.topic),
    el('span', { class: 'topic-label' }, topic.label),
  )
  const drop = el(
    'button',
    {
      class: 'topic-drop',
      type: 'button',
      'aria-label': words.dropTopic,
      onclick: () => send('/topic none', words.dropTopic),
    },
    '×',
  )
  place.replaceChildren(change, drop)
}
