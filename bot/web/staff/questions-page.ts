import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { queues } from '../../../services/staff/question-filter.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import { type Html, markup } from '../html.ts'
import { type Assigning, assignmentBulk, colleagueOptions, type Option } from './assignment.ts'
import { queryLink } from './query-link.ts'
import { renderStaffPage } from './staff-shell.ts'

type Query = Record<string, string | number | undefined>

export type QuestionsPage = {
  member: Member
  query: Query
  notices: readonly Notice[]
  programmes: readonly { id: string; title: string; year: number }[]
  assigning: Assigning
  items: Html[]
  total: number
  perPage: number
}

function select(name: string, label: string, options: Option[], chosen: Query[string], all = ''): Html {
  const entries = [[all, '全部'] as Option, ...options].map(
    ([value, text]) =>
      markup`<option value="${value}"${value === (chosen ?? all) && markup` selected`}>${text}</option>`,
  )
  return markup`<label>${label}<select class="field" name="${name}">${entries}</select></label>`
}

const field = (name: string, label: string, type: string, value: Query[string]): Html =>
  markup`<label>${label}<input class="field" name="${name}" type="${type}" value="${value ?? ''}"></label>`

function filters({ query, notices, programmes, assigning }: QuestionsPage): Html {
  const { queue, view } = query
  const chosen = ['status', 'channel', 'programme', 'notice', 'from', 'to', 'tag', 'assignee'].some(
    (name) => query[name],
  )
  return markup`<form class="filters" method="get" action="/staff/questions" role="search">
<input type="hidden" name="queue" value="${queue}"><input type="hidden" name="view" value="${view}">
<div class="search-row">${field('q', '查找提问中的字词', 'search', query.q)}<button class="button" type="submit">查找</button></div>
<details class="more"${chosen && markup` open`}><summary>筛选</summary><div class="filter-fields">
${field('from', '从', 'date', query.from)}${field('to', '到', 'date', query.to)}
${select('review', '审核', Object.entries(words.reviews), query.review, 'any')}
${select('status', '答复情况', Object.entries(words.statuses), query.status)}
${select('channel', '渠道', Object.entries(words.channels), query.channel)}
${select('assignee', '分派', [['@me', '分给我的'], ['@nobody', '没有分派的'], ...colleagueOptions(assigning)], query.assignee)}
${select('tag', '标签', tagOptions(query.tag, assigning), query.tag)}
${select(
  'programme',
  '项目',
  programmes.map(({ id, title, year }) => [id, `${title}（${year}年）`]),
  query.programme,
)}
${select(
  'notice',
  '通知',
  notices.map(({ id, shortTitle }) => [id, shortTitle]),
  query.notice,
)}
</div></details></form>`
}

/** The tags in use, and the one looked for, which nothing may carry any more. */
function tagOptions(wanted: Query[string], { tags }: Assigning): Option[] {
  const all = wanted === undefined || tags.includes(String(wanted)) ? tags : [String(wanted), ...tags]
  return all.map((tag) => [tag, tag])
}

function tabs(query: Query): Html {
  const links = queues.map(
    (queue) =>
      markup`<a class="tab" href="${queryLink('/staff/questions', { ...query, queue, page: undefined })}"${queue === query.queue && markup` aria-current="true"`}>${words.queues[queue]}</a>`,
  )
  return markup`<nav class="tabs" aria-label="队列">${links}</nav>`
}

function pager({ query, total, perPage }: QuestionsPage): Html | false {
  const page = Number(query.page ?? 1)
  const link = (to: number, text: string) =>
    markup`<a class="button button-quiet" href="${queryLink('/staff/questions', { ...query, page: to })}">${text}</a>`
  if (total <= perPage) return false
  return markup`<nav class="actions pager" aria-label="翻页">${page > 1 && link(page - 1, '上一页')}
<span>第 ${page} 页，共 ${Math.ceil(total / perPage)} 页</span>${page * perPage < total && link(page + 1, '下一页')}</nav>`
}

/** What is done with all that are picked. */
const bulk = (
  assigning: Assigning,
): Html => markup`<div class="actions bulk" id="bulk"><label><input type="checkbox" name="all"> <span data-count>全选</span></label>
<button class="button button-quiet" type="button" data-bulk="reviewed" disabled>选中的标为已审核</button><button class="button button-quiet" type="button" data-bulk="dismissed" disabled>选中的不处理</button>
${assignmentBulk(assigning)}</div>`

/** The questions that wait for staff, in groups or one by one. */
export function renderQuestionsPage(page: QuestionsPage): string {
  const { member, query, items, total, assigning } = page
  const isGrouped = query.view === 'groups'
  const other = queryLink('/staff/questions', { ...query, view: isGrouped ? 'questions' : 'groups', page: undefined })
  const exported = { ...query, view: undefined, page: undefined }
  const isMine = query.assignee === '@me'
  const mine = queryLink('/staff/questions', { ...query, assignee: isMine ? undefined : '@me', page: undefined })
  const list =
    items.length === 0
      ? markup`<p class="notice-box">没有符合条件的提问。</p>`
      : markup`<ol class="asked-list" id="asked" data-member="${member.name}">${items}</ol>`
  return renderStaffPage({
    title: '提问',
    member,
    place: '/staff/questions',
    scripts: ['staff-list', 'staff-queue', 'staff-bulk', 'staff-export'],
    main: markup`${tabs(query)}${filters(page)}
<p class="list-head"><span>${total} ${isGrouped ? '组' : '个提问'}</span> <a href="${other}">${isGrouped ? '逐个显示' : '按意思归组'}</a> <a href="${mine}">${isMine ? '不限分派' : '只看分给我的'}</a>
<a data-export href="${queryLink('/api/staff/export.xlsx', exported)}">导出表格</a> <a data-export href="${queryLink('/api/staff/export.json', exported)}">导出 JSON</a> <a href="/staff/search">按助手的读法查找</a></p>
<p class="small keys">键盘：<kbd>j</kbd> 下一个，<kbd>k</kbd> 上一个，<kbd>Enter</kbd> 打开，<kbd>r</kbd> 已审核，<kbd>d</kbd> 不处理，<kbd>a</kbd> 分给我。审核结果对同组的提问都有效。</p>
${items.length > 1 && bulk(assigning)}${list}${pager(page)}`,
  })
}
