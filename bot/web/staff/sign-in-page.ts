import { markup } from '../html.ts'
import { renderDocument, textSize } from '../page-shell.ts'
import { brand } from './staff-shell.ts'

/** Where staff sign in. `fault` says why they could not. */
export function renderSignInPage(fault?: string): string {
  const body = markup`<main class="staff-sheet sign-in" id="paper" tabindex="-1"><h1>登录审核后台</h1>
${fault !== undefined && markup`<p class="notice-box" role="alert">${fault}</p>`}
<form method="post" action="/staff/login">
<label>账号<input class="field" name="name" autocomplete="username" required maxlength="100" autofocus></label>
<label>密码<input class="field" name="password" type="password" autocomplete="current-password" required></label>
<button class="button" type="submit">登录</button></form>
<p class="small">账号由管理员在服务器上建立：<code>npm run staff -- add NAME --password-stdin</code></p></main>`
  const bar = markup`${brand()}<div class="bar-tools">${textSize}</div>`
  return renderDocument({ title: '登录审核后台', sheet: 'staff-page', look: 'staff-page', bar, body })
}
