import { supportedTypes } from '../../../knowledge/importing/import-file.ts'
import { noticeDeskTexts as words } from '../../../prompts/notice-desk-texts.ts'
import { wordingTexts } from '../../../prompts/wording-texts.ts'
import { staffTexts } from '../../../prompts/staff-texts.ts'
import { isAtLeast } from '../../../services/staff/role.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import type { Shelf, ShownDraft, ShownNotice } from '../../notice-desk/shelf-json.ts'
import { type Html, markup } from '../html.ts'
import { confirmDialog } from './confirm-dialog.ts'
import { timeOf } from './marks.ts'
import { renderStaffPage } from './staff-shell.ts'

export type NoticesPage = {
  member: Member
  shelf: Shelf
  published: string | undefined
  /** The self-checks of the notice that was just put in use. */
  programmes: readonly { id: string; title: string; year: number; state: string }[]
  timeZone: string
}

const accepted = supportedTypes.replaceAll(' ', ',')

const upload = () => markup`<form class="upload" id="upload"><h2>上传</h2>
<label class="upload-box" id="upload-box"><span class="upload-lead">选择文件，或者拖到这里</span><span class="small">可以一次选几个；能读 Word（.docx）、带文字的 PDF、网页和文本，每个不超过 20 MB</span>
<input class="visually-hidden" type="file" id="upload-files" multiple accept="${accepted}"></label>
<ol class="upload-list" id="upload-list" aria-live="polite"></ol></form>`

function draftEntry({ id, title, fileName, author, updatedAt, scheduledFor, trouble }: ShownDraft, zone: string): Html {
  return markup`<li class="asked-item"><a class="asked-text" href="/staff/notices/${encodeURIComponent(id)}">${title}</a>
<p class="facts">${scheduledFor !== null && markup`<span class="status status-met">${words.day(scheduledFor)}发布</span>`}<span>${fileName}</span><span>${author}</span>${timeOf(new Date(updatedAt), zone)}</p>
${trouble !== null && markup`<p class="notice-box">${words.trouble(trouble)}</p>`}</li>`
}

type Past = Pick<ShownNotice, 'editions' | 'history'>

function past({ editions, history }: Past, zone: string): Html | false {
  const steps = history.map(
    ({ at, who, action }) =>
      markup`<li><p class="facts">${timeOf(new Date(at), zone)}<strong>${who}</strong><span>${staffTexts.actions[action] ?? action}</span></p></li>`,
  )
  const entries = editions.map(
    ({ title, ended, isUndone }) =>
      markup`<li><p class="facts">${timeOf(new Date(ended), zone)}<span>${isUndone ? '退回' : '换下'}</span><span>${title}</span></p></li>`,
  )
  return (
    entries.length + steps.length > 0 &&
    markup`<details class="more"><summary>历史</summary>${steps.length > 0 && markup`<ol class="history">${steps}</ol>`}
${entries.length > 0 && markup`<h3>以前的版本</h3><ol class="history">${entries}</ol>`}</details>`
  )
}

function noticeEntry(notice: ShownNotice, mayWrite: boolean, zone: string): Html {
  const { id, version, title, documentNumber, issuer, issued, year, clauses, isAdded, canRollBack, editions } = notice
  const tools = markup`<div class="actions">${isAdded && markup`<a class="button button-quiet" href="/staff/notices/${encodeURIComponent(id)}/wordings">${wordingTexts.link}</a>`}${canRollBack && markup`<button class="button button-quiet" type="button" data-rollback>${editions.some(({ isUndone }) => !isUndone) ? '退回上一版' : '不再使用'}</button>`}
<button class="button button-quiet" type="button" data-remove>移除</button></div>`
  return markup`<li class="asked-item" data-notice="${id}" data-version="${version}" data-title="${title}"><a class="asked-text" href="/notices/${encodeURIComponent(id)}">${title}</a>
<p class="facts"><span>${documentNumber ?? '无文号'}</span><span>${issuer}</span><span>${issued ?? `${year}年`}</span><span>${clauses} 条</span><span>${isAdded ? '添加的' : '内置的'}</span></p>
${past(notice, zone)}${mayWrite && tools}</li>`
}

function removedEntry(
  { id, version, title, editions, history }: Shelf['removed'][number],
  mayWrite: boolean,
  zone: string,
): Html {
  return markup`<li class="asked-item" data-notice="${id}" data-version="${version}" data-title="${title}"><p class="asked-text">${title}</p>
${past({ editions, history }, zone)}${mayWrite && markup`<div class="actions"><button class="button button-quiet" type="button" data-rollback data-restores>恢复使用</button></div>`}</li>`
}

const section = (title: string, entries: Html[]): Html | false =>
  entries.length > 0 && markup`<section><h2>${title}</h2><ol class="asked-list">${entries}</ol></section>`

/** What is to be done next: the self-checks that were drafted wait for somebody. */
function next(programmes: NoticesPage['programmes']): Html | false {
  const waiting = programmes.filter(({ state }) => state === 'draft' || state === 'carried')
  const links = waiting.map(
    ({ id, title, year }) => markup`<li><a href="/staff/programmes/${id}">${year}年 ${title}</a></li>`,
  )
  return (
    waiting.length > 0 &&
    markup`<p>已经起草了自查，核对、发布以后申报单位才会用到：</p><ul class="wording-list">${links}</ul>`
  )
}

/** All notices: to send files, to go on with drafts, to take back what is in use. */
export function renderNoticesPage({ member, shelf, published, programmes, timeZone }: NoticesPage): string {
  const mayWrite = isAtLeast(member.role, 'editor')
  const { inUse, drafts, scheduled, removed } = shelf
  const justPublished = inUse.find(({ id }) => id === published)
  return renderStaffPage({
    title: '通知',
    member,
    place: '/staff/notices',
    scripts: ['staff-notices'],
    main: markup`<p class="lead">上传的文件先读成草稿，核对以后再发布；发布以前不会用来作答。</p>
${justPublished && markup`<div class="notice-box" role="status"><p>已发布《${justPublished.title}》，现在就用它作答。</p>${next(programmes)}</div>`}
${mayWrite && upload()}
${section(
  '草稿',
  drafts.map((draft) => draftEntry(draft, timeZone)),
)}
${section(
  '定好日子发布',
  scheduled.map((draft) => draftEntry(draft, timeZone)),
)}
${section(
  '使用中',
  inUse.map((notice) => noticeEntry(notice, mayWrite, timeZone)),
)}
${section(
  '已移除',
  removed.map((notice) => removedEntry(notice, mayWrite, timeZone)),
)}${confirmDialog()}`,
  })
}
