import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import type { ListedGroup } from '../../../services/staff/list-groups.ts'
import type { ListedQuestion } from '../../../services/staff/list-questions.ts'
import type { Review } from '../../../services/staff/question-filter.ts'
import { type Html, markup } from '../html.ts'
import { tagLinks } from './assignment.ts'
import { channelName, reviewMark, statusMark, timeOf } from './marks.ts'

const addressOf = (id: string): string => `/staff/questions/${encodeURIComponent(id)}`

function decisions(review: Review): Html {
  const button = (wanted: Review) =>
    markup`<button class="button button-quiet" type="button" data-review="${wanted}"${review === wanted && markup` disabled`}>${words.reviews[wanted]}</button>`
  return markup`<div class="actions">${button('reviewed')}${button('dismissed')}${button('new')}</div>`
}

type Item = {
  id: string
  text: string
  status: string
  group: number
  version: number
  review: Review
  note: string
  tags: string[]
  assignee: string | null
  returnedBecause: string | null
  facts: (Html | string | false)[]
}

/** One line of the list, which the keyboard goes along. */
function item({ id, text, status, group, version, review, note, tags, assignee, returnedBecause, facts }: Item): Html {
  const listed = facts.filter((fact) => fact !== false && fact !== '').map((fact) => markup`<span>${fact}</span>`)
  return markup`<li class="asked-item" data-id="${id}" data-group="${group}" data-version="${version}" data-tags="${JSON.stringify(tags)}"><label class="pick"><input type="checkbox" name="pick" value="${id}" aria-label="选中：${text}"></label><a class="asked-text" href="${addressOf(id)}">${text}</a>
<p class="facts">${statusMark(status)}<span data-mark>${reviewMark(review)}</span>${listed}<span data-assignee>${assignee !== null && `分派给 ${assignee}`}</span>${tagLinks(tags)}</p>
${returnedBecause !== null && review === 'new' && markup`<p class="notice-box">${returnedBecause}</p>`}
${note !== '' && markup`<p class="small">备注：${note}</p>`}${decisions(review)}</li>`
}

export const groupItem = (
  { id: group, last, count, disliked, reviewer, askedSince, waiting, ...of }: ListedGroup,
  timeZone: string,
): Html =>
  item({
    ...of,
    group,
    id: last.id,
    text: last.text,
    status: last.status,
    facts: [
      markup`<strong>${count}</strong> 次`,
      waiting > 0 && words.waiting(waiting),
      disliked > 0 && `${disliked} 次没有帮助`,
      channelName(last.channel),
      timeOf(last.at, timeZone),
      askedSince > 0 && `审核以后又问 ${askedSince} 次`,
      reviewer !== null && `审核人 ${reviewer}`,
    ],
  })

export const questionItem = (question: ListedQuestion, timeZone: string): Html =>
  item({
    ...question,
    facts: [
      channelName(question.channel),
      timeOf(question.at, timeZone),
      `${question.durationMs} 毫秒`,
      question.isUnsure && '把握不大',
      question.helpful === false && '没有帮助',
      question.helpful === true && '有帮助',
      question.comment !== null && `意见：${question.comment}`,
    ],
  })
