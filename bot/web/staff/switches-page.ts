import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import { type Switches, switchNames } from '../../../services/staff/switches.ts'
import { markup } from '../html.ts'
import { renderStaffPage } from './staff-shell.ts'

/** What can be switched off, each with the reason that people are shown. */
export function renderSwitchesPage(member: Member, switches: Switches): string {
  const rows = switchNames.map((name) => {
    const { off, reason } = switches[name]
    const note = words.switchNotes[name]
    return markup`<form class="switch" data-switch="${name}" data-off="${off ? 'no' : 'yes'}"><h2>${words.switches[name]}
<span class="status status-${off ? 'unmet' : 'met'}">${off ? '已关闭' : '使用中'}</span></h2>
${note !== undefined && markup`<p class="small">${note}</p>`}
${off ? markup`<p>原因：${reason}</p>` : markup`<label>关闭的原因（会告诉提问的人）<input class="field" name="reason"></label>`}
<p class="notice-box" role="alert" hidden></p>
<div class="actions"><button class="button ${off ? '' : 'button-danger'}" type="submit">${off ? '重新打开' : '关闭'}</button></div></form>`
  })
  return renderStaffPage({
    title: '开关',
    member,
    place: '/staff/switches',
    scripts: ['staff-switches'],
    main: markup`<p class="lead">关闭立即在所有渠道和进程生效，并记入操作记录。关闭期间提问的人会看到原因，删除自己的记录仍然可以。</p>${rows}`,
  })
}
