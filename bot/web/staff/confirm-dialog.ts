import { markup } from '../html.ts'

/** Where the page asks before something is done for all. */
export const confirmDialog = () => markup`<dialog class="dialog" id="confirm" aria-labelledby="confirm-question">
<form method="dialog"><p id="confirm-question"></p>
<div class="actions"><button class="button" id="confirm-yes" value="yes"></button><button class="button button-quiet" id="confirm-no" value="no" autofocus>取消</button></div></form></dialog>`
