import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import type { Faq } from '../../../services/faq/faq.ts'
import type { LoggedClause } from '../../../services/conversations/turn-log.ts'
import type { Reply } from '../../../services/reply.ts'
import type { ListedQuestion } from '../../../services/staff/list-questions.ts'
import type { NearGroup } from '../../../services/staff/near-groups.ts'
import type { ConversationTurn } from '../../../services/staff/read-conversation.ts'
import type { AuditEntry } from '../../../services/staff/audit.ts'
import { isAtLeast } from '../../../services/staff/role.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import { type Html, markup } from '../html.ts'
import { type Assigning, assignmentFields } from './assignment.ts'
import { changeEntry } from './change-entry.ts'
import { clauseEntry } from './clause-entry.ts'
import { renderFaqForm } from './faq-form.ts'
import { channelName, faqMark, reviewMark, statusMark, timeOf } from './marks.ts'
import { renderStaffPage } from './staff-shell.ts'

export type QuestionPage = {
  member: Member
  question: ListedQuestion
  conversation: ConversationTurn[]
  wordings: { text: string; count: number }[]
  /** Groups that may ask the same. */
  near: NearGroup[]
  /** Answers by staff that are there for its group. */
  faqs: Faq[]
  assigning: Assigning
  /** How many wait to be told an answer. */
  waiting: number
  /** What staff have done with its group, the latest first. */
  history: AuditEntry[]
  catalogue: Catalogue
  timeZone: string
}

const said = ({ text, citations }: Reply): Html => markup`<div class="said"><p class="said-text">${text}</p>
${citations.length > 0 && markup`<p class="small">依据：${citations.map(({ heading }) => markup`<span class="cited">${heading}</span>`)}</p>`}</div>`

function talk({ conversation, question, timeZone }: QuestionPage): Html {
  const turns = conversation.map(
    ({ id, text, at, replies }) => markup`<li class="talk-turn"${id === question.id && markup` aria-current="true"`}>
<p class="talk-asked">${text}</p><p class="small">${timeOf(at, timeZone)}</p>${replies.map(said)}</li>`,
  )
  return markup`<section><h2>对话</h2><ol class="talk">${turns}</ol></section>`
}

function clauses(title: string, list: readonly LoggedClause[], catalogue: Catalogue): Html {
  const entries = list.map((one) => markup`<li>${clauseEntry(catalogue, one)}</li>`)
  return markup`<h3>${title}</h3>${list.length === 0 ? markup`<p class="small">没有。</p>` : markup`<ol class="clause-list">${entries}</ol>`}`
}

function facts({ question, timeZone }: QuestionPage): Html {
  const { status, review, channel, at, durationMs, log, helpful, comment, reviewer, isUnsure } = question
  const rows: [string, Html | string | false][] = [
    ['答复情况', markup`${statusMark(status)}${isUnsure && ' 把握不大'}`],
    ['审核', markup`<span data-mark>${reviewMark(review)}</span>${reviewer !== null && ` ${reviewer}`}`],
    ['渠道', channelName(channel)],
    ['方式', words.modes[log.mode] ?? log.mode],
    ['模型', log.chosen !== undefined && `${log.chosen.model}，提示 ${log.chosen.prompt}`],
    ['时间', timeOf(at, timeZone)],
    ['用时', `${durationMs} 毫秒`],
    ['理解为', log.question !== question.text && (log.question ?? false)],
    ['评价', helpful !== null && (helpful ? '有帮助' : '没有帮助')],
    ['意见', comment ?? false],
  ]
  const entries = rows.map(([term, value]) => value !== false && markup`<div><dt>${term}</dt><dd>${value}</dd></div>`)
  return markup`<dl class="question-facts">${entries}</dl>`
}

function decision({ member, question, assigning, waiting }: QuestionPage): Html {
  const buttons = (['reviewed', 'dismissed', 'new'] as const).map(
    (review) =>
      markup`<button class="button button-quiet" type="button" data-review="${review}"${review === question.review && markup` disabled`}>${words.reviews[review]}</button>`,
  )
  return markup`<section class="decision" data-member="${member.name}" data-id="${question.id}" data-group="${question.group}" data-version="${question.version}"><h2>审核</h2>
${question.review === 'new' && question.returnedBecause !== null && markup`<p class="notice-box">${question.returnedBecause}</p>`}
${waiting > 0 && markup`<p class="small"><strong>${words.waiting(waiting)}</strong>，发布人工答复以后会告诉他们。</p>`}
<p class="small">对意思相同的提问都有效。以后又有人问而没有答上，或者评价不好，会自动退回。</p><div class="actions">${buttons}${isAtLeast(member.role, 'editor') && markup`<a class="button" href="#faq">写人工答复</a>`}</div>
${assignmentFields(assigning, question)}
<label>备注<textarea class="field" name="note" rows="2">${question.note}</textarea></label>
<div class="actions"><button class="button button-quiet" type="button" data-note>保存备注</button></div><p class="notice-box late-note" role="alert" hidden></p></section>`
}

function group({ wordings, member, question, near }: QuestionPage): Html {
  const mayWrite = isAtLeast(member.role, 'editor')
  const maySplit = mayWrite && wordings.length > 1
  const entries = wordings.map(({ text, count }) => {
    const words = markup`${text} <span class="small">${count} 次</span>`
    return markup`<li>${maySplit ? markup`<label class="clause-choice"><input type="checkbox" name="wording" value="${text}"><span>${words}</span></label>` : words}</li>`
  })
  return markup`<section id="regroup" data-group="${question.group}" data-version="${question.version}"><h2>同组的问法</h2><ul class="wording-list">${entries}</ul>
${maySplit && markup`<div class="actions"><button class="button button-quiet" type="button" data-split>把勾选的分出去，另成一组</button></div>`}${mayWrite && merging(near)}</section>`
}

/** Other groups, the nearest first, that this one may be put into. */
function merging(near: readonly NearGroup[]): Html {
  const entries = near.map(
    ({ id, text, likeness }) =>
      markup`<li>${text} <span class="small">相像 ${Math.round(likeness * 100)}%</span> <button class="button button-quiet" type="button" data-merge="${id}">并入这一组</button></li>`,
  )
  return markup`<details class="more"><summary>并入意思相同的另一组</summary><p class="small">答复一起带过去。以后意思相同的提问也归到那里。</p>
<ul class="wording-list" id="near-groups">${entries}</ul>
<div class="search-row"><label>查找别的组<input class="field" id="group-query" type="search"></label><button class="button button-quiet" type="button" id="find-groups">查找</button></div></details>`
}

function answers(faqs: readonly Faq[]): Html | false {
  const entries = faqs.map(
    ({ id, answer, state }) =>
      markup`<li>${faqMark(state)} <a href="/staff/faqs/${id}">${answer || '直接用条款原文作答'}</a></li>`,
  )
  return (
    faqs.length > 0 && markup`<section><h2>这一组已有的人工答复</h2><ul class="wording-list">${entries}</ul></section>`
  )
}

function history({ history: changes, timeZone }: QuestionPage): Html | false {
  const entries = changes.map((change) => changeEntry(change, timeZone))
  return (
    changes.length > 0 &&
    markup`<details class="more"><summary>这一组的经过（${changes.length}）</summary><ol class="history">${entries}</ol></details>`
  )
}

/** A question with all that led to its answer, and the forms to decide on it and to answer it better. */
export function renderQuestionPage(page: QuestionPage): string {
  const { member, question, wordings, catalogue } = page
  const { used, rejected } = question.log
  const form =
    isAtLeast(member.role, 'editor') &&
    renderFaqForm({
      catalogue,
      member: member.name,
      question: question.id,
      answer: '',
      wordings: wordings.map(({ text }) => text),
      chosen: [],
      offered: [...used, ...rejected],
    })
  return renderStaffPage({
    title: question.text,
    member,
    place: '/staff/questions',
    scripts: ['staff-list', 'staff-queue', 'staff-assign', 'staff-faq', 'staff-groups'],
    main: markup`${facts(page)}<div class="two-columns"><div>${talk(page)}
<section><h2>条款</h2>${clauses('用到的', used, catalogue)}${clauses('找到但没有用的', rejected, catalogue)}</section></div>
<div>${decision(page)}${answers(page.faqs)}${group(page)}${history(page)}</div></div>${form}`,
  })
}
