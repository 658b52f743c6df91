import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import type { FaqState } from '../../../services/faq/faq.ts'
import { unansweredStatuses } from '../../../services/conversations/question-record.ts'
import type { Review } from '../../../services/staff/question-filter.ts'
import { type Html, markup } from '../html.ts'

const mark = (look: 'met' | 'unmet' | 'unknown' | 'plain', text: string): Html =>
  markup`<span class="status status-${look}">${text}</span>`

/** How a question was answered. */
export function statusMark(status: string): Html {
  const isMissing = unansweredStatuses.includes(status)
  const isOpen = status === 'clarify' || status === 'switched-off'
  return mark(isMissing ? 'unmet' : isOpen ? 'unknown' : 'met', words.statuses[status] ?? status)
}

const reviewLooks = { new: 'unknown', reviewed: 'met', dismissed: 'plain' } as const
export const reviewMark = (review: Review): Html => mark(reviewLooks[review], words.reviews[review])

const faqLooks = { draft: 'unknown', published: 'met', returned: 'unmet', deleted: 'plain' } as const
export const faqMark = (state: FaqState): Html => mark(faqLooks[state], words.faqStates[state])

export const channelName = (channel: string): string => words.channels[channel] ?? channel

/** An instant as people here read it, to the minute. */
export const timeOf = (at: Date, timeZone: string): Html =>
  markup`<time datetime="${at.toISOString()}">${at.toLocaleString('sv-SE', { timeZone }).slice(0, 16)}</time>`
