import { renderSVG } from 'uqr'
import { accountTexts } from '../../../prompts/account-texts.ts'
import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import type { Account } from '../../../services/staff/accounts.ts'
import { addressOf } from '../../../services/staff/one-time-code.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import { type Html, markup } from '../html.ts'
import { renderStaffPage } from './staff-shell.ts'

/** `secret`: for a second factor, where there is none yet; drawn anew each time the page is shown. */
export type OwnAccountPage = { member: Member; account: Account; secret: string }

const current = (
  hasCode: boolean,
): Html => markup`<label>现在的密码<input class="field" name="current" type="password" autocomplete="current-password" required></label>
${hasCode && markup`<label>六位验证码<input class="field" name="code" autocomplete="one-time-code" inputmode="numeric" required maxlength="10"></label>`}`

const end = (button: string): Html => markup`<p class="notice-box" role="alert" hidden></p>
<div class="actions"><button class="button" type="submit">${button}</button></div>`

const password = (
  hasCode: boolean,
): Html => markup`<form class="account-form" data-own="PUT /api/staff/account/password"><h2>更改密码</h2>
${current(hasCode)}<label>新密码（至少 8 个字符）<input class="field" name="password" type="password" autocomplete="new-password" required minlength="8"></label>
${end('更改密码')}</form>`

const grouped = (secret: string): string => secret.match(/.{4}/g)!.join(' ')

/** What an authenticator app scans; within the page, so that the secret is in no address. */
const codeImage = (address: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(renderSVG(address, { ecc: 'M', border: 4 })).toString('base64')}`

const factorOn = (
  name: string,
  secret: string,
): Html => markup`<form class="account-form" data-own="PUT /api/staff/account/second-factor"><h2>两步验证</h2>
<p>打开以后，登录时除了密码，还要填手机上验证器应用显示的六位数字。</p>
<ol><li>用手机上的验证器应用扫这个码：<img class="secret-code" src="${codeImage(addressOf(secret, name))}" alt="添加到验证器应用的二维码" width="200" height="200">扫不了的，在应用里选“输入密钥”，填：<br><code class="secret">${grouped(secret)}</code><br>在手机上看这一页的，可以<a href="${addressOf(secret, name)}">直接添加</a>。</li>
<li>填上应用现在显示的六位数字。</li></ol>
<input type="hidden" name="secret" value="${secret}">${current(true)}${end('打开两步验证')}</form>`

const factorOff =
  (): Html => markup`<form class="account-form" data-own="POST /api/staff/account/second-factor/off"><h2>两步验证</h2>
<p><span class="status status-met">已打开</span> 手机丢了，请管理员关闭。</p>${current(true)}${end('关闭两步验证')}</form>`

/** What one may change oneself. */
export function renderOwnAccountPage({ member, account, secret }: OwnAccountPage): string {
  const { name, hasSecondFactor, isFromOutside } = account
  const forms = markup`<p class="lead">更改以后，在别的地方都会退出，这里不用重新登录。</p>
${password(hasSecondFactor)}${hasSecondFactor ? factorOff() : factorOn(name, secret)}`
  return renderStaffPage({
    title: '我的账号',
    member,
    place: '/staff/account',
    scripts: ['staff-account'],
    main: markup`<p class="facts"><strong>${name}</strong><span>${words.roles[member.role]}</span></p>
${isFromOutside ? markup`<p>${accountTexts.noPassword}。</p>` : forms}`,
  })
}
