import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import type { Account } from '../../../services/staff/accounts.ts'
import { type Role, roles } from '../../../services/staff/role.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import { type Html, markup } from '../html.ts'
import { confirmDialog } from './confirm-dialog.ts'
import { timeOf } from './marks.ts'
import { renderStaffPage } from './staff-shell.ts'

export type AccountsPage = { member: Member; accounts: Account[]; timeZone: string }

const about: Record<Role, string> = {
  reviewer: '看提问、审核提问',
  editor: '还能写答复、通知和自查项目',
  admin: '还能用开关、看操作记录、管账号',
}

const choice = (chosen: Role): Html[] =>
  roles.map(
    (role) =>
      markup`<option value="${role}"${role === chosen && markup` selected`}>${words.roles[role]}（${about[role]}）</option>`,
  )

const add = () => markup`<form class="account-form" id="add-account"><h2>新账号</h2>
<label>账号名<input class="field" name="name" autocomplete="off" required maxlength="50"></label>
<label>初始密码（至少 8 个字符，本人登录后自己改）<input class="field" name="password" type="password" autocomplete="new-password" required minlength="8"></label>
<label>角色<select class="field" name="role">${choice('editor')}</select></label>
<p class="notice-box" role="alert" hidden></p>
<div class="actions"><button class="button" type="submit">建立</button></div></form>`

function tools({ name, role, isDisabled, isFromOutside, hasSecondFactor }: Account): Html {
  return markup`<details class="more"><summary>更改 ${name}</summary>
${
  !isFromOutside &&
  markup`<form class="account-form" data-change="role"><label>角色<select class="field" name="role">${choice(role)}</select></label><div class="actions"><button class="button button-quiet" type="submit">更改角色</button></div></form>
<form class="account-form" data-change="password"><label>新密码<input class="field" name="password" type="password" autocomplete="new-password" required minlength="8"></label><div class="actions"><button class="button button-quiet" type="submit">更改密码</button></div></form>`
}
<div class="actions"><button class="button button-quiet" type="button" data-set="${isDisabled ? 'enable' : 'disable'}">${isDisabled ? '重新启用' : '停用'}</button>
${hasSecondFactor && markup`<button class="button button-quiet" type="button" data-set="factor-off">关闭两步验证</button>`}
<button class="button button-danger" type="button" data-set="remove">删除</button></div></details>`
}

function entry(account: Account, member: Member, timeZone: string): Html {
  const { name, role, version, isDisabled, isFromOutside, hasSecondFactor, createdAt } = account
  return markup`<li class="asked-item" data-account="${name}" data-version="${version}"><p class="asked-text">${name}${name === member.name && '（您）'}</p>
<p class="facts"><span class="status status-${isDisabled ? 'unmet' : 'met'}">${isDisabled ? '已停用' : words.roles[role]}</span>${isDisabled && markup`<span>${words.roles[role]}</span>`}<span>${isFromOutside ? '单位登录' : '密码登录'}</span>${hasSecondFactor && markup`<span>两步验证</span>`}<span>建立于</span>${timeOf(createdAt, timeZone)}</p>
${tools(account)}<p class="notice-box" role="alert" hidden></p></li>`
}

/** Who may come in: administrators add, change and delete them. */
export function renderAccountsPage({ member, accounts, timeZone }: AccountsPage): string {
  return renderStaffPage({
    title: '账号',
    member,
    place: '/staff/accounts',
    scripts: ['staff-accounts'],
    main: markup`<p class="lead">改了角色或密码、停用、删除，那个账号就在各处退出。最后一个管理账号不能停用、删除或改成别的角色。</p>
<ol class="asked-list">${accounts.map((account) => entry(account, member, timeZone))}</ol>
${add()}${confirmDialog()}`,
  })
}
