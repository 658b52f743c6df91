import { type Html, markup } from '../html.ts'
import { renderDocument, textSize } from '../page-shell.ts'
import { brand } from './staff-shell.ts'

export type SignInPage = {
  /** Why somebody could not get in. */
  fault?: string | undefined
  /** Whether the organisation signs people in, too. */
  hasSingleSignOn?: boolean
}

const outside = () => markup`<p><a class="button" href="/staff/sso">用单位账号登录</a></p><h2>或者用密码</h2>`

/** Where staff sign in. */
export function renderSignInPage({ fault, hasSingleSignOn = false }: SignInPage = {}): string {
  return render(
    '登录审核后台',
    markup`${fault !== undefined && markup`<p class="notice-box" role="alert">${fault}</p>`}
${hasSingleSignOn && outside()}
<form method="post" action="/staff/login">
<label>账号<input class="field" name="name" autocomplete="username" required maxlength="100"${!hasSingleSignOn && markup` autofocus`}></label>
<label>密码<input class="field" name="password" type="password" autocomplete="current-password" required></label>
<label>六位验证码（开了两步验证才填）<input class="field" name="code" autocomplete="one-time-code" inputmode="numeric" maxlength="10"></label>
<button class="button${hasSingleSignOn && ' button-quiet'}" type="submit">登录</button></form>
<p class="small">第一个账号在服务器上建立：<code>npm run staff -- add NAME --password-stdin</code>；以后的由管理员在“账号”里建立。</p>`,
  )
}

/** Shown for a moment to somebody who comes from the organisation's sign-in. */
export const renderArrivedPage = (): string =>
  render('已经登录', markup`<p><a class="button" href="/staff">进入审核后台</a></p>`)

function render(title: string, content: Html): string {
  const body = markup`<main class="staff-sheet sign-in" id="paper" tabindex="-1"><h1>${title}</h1>
${content}</main>`
  const bar = markup`${brand()}<div class="bar-tools">${textSize}</div>`
  return renderDocument({ title, sheet: 'staff-page', look: 'staff-page', bar, body })
}
