import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import { isAtLeast, type Role } from '../../../services/staff/role.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import { assetPath } from '../assets.ts'
import { type Html, markup } from '../html.ts'
import { renderDocument, textSize } from '../page-shell.ts'

type Place = { href: string; words: string; role: Role }

const places: Place[] = [
  { href: '/staff', words: '概况', role: 'reviewer' },
  { href: '/staff/questions', words: '提问', role: 'reviewer' },
  { href: '/staff/faqs', words: '人工答复', role: 'reviewer' },
  { href: '/staff/notices', words: '通知', role: 'reviewer' },
  { href: '/staff/programmes', words: '自查项目', role: 'reviewer' },
  { href: '/staff/switches', words: '开关', role: 'admin' },
  { href: '/staff/accounts', words: '账号', role: 'admin' },
  { href: '/staff/audit', words: '操作记录', role: 'admin' },
  { href: '/staff/account', words: '我的账号', role: 'reviewer' },
]

export type StaffPage = {
  title: string
  member: Member
  /** Which of the places on top the page belongs to. */
  place: string
  scripts?: string[]
  main: Html
}

export const brand = () =>
  markup`<a class="brand" href="/staff"><img src="${assetPath('icon.svg')}" alt="" width="36" height="36"><span class="brand-name">知询</span><span class="brand-about">审核后台</span></a>`

/** A page of the console: the places on top, who is signed in, and the way out. */
export function renderStaffPage({ title, member, place, scripts = [], main }: StaffPage): string {
  const links = places
    .filter(({ role }) => isAtLeast(member.role, role))
    .map(
      ({ href, words: name }) =>
        markup`<a class="place" href="${href}"${href === place && markup` aria-current="page"`}>${name}</a>`,
    )
  const bar = markup`${brand()}
<div class="bar-tools">${textSize}
<form method="post" action="/staff/logout"><button class="bar-button" type="submit" title="${member.name}（${words.roles[member.role]}）">退出</button></form></div>`
  const body = markup`<nav class="places" aria-label="审核后台">${links}</nav>
<main class="staff-sheet" id="paper" tabindex="-1"><h1>${title}</h1>${main}</main>`
  return renderDocument({
    title: `${title} · 审核后台`,
    sheet: 'staff-page',
    scripts,
    look: 'staff-page',
    bar,
    body,
  })
}
