import { listenToSigns, showTools } from './clause-tools.ts'
import { need, toast } from './element.ts'
import { filterTables } from './table-filter.ts'
import { wantedClause } from './wanted-clause.ts'

function showWanted(): HTMLElement | undefined {
  const wanted = wantedClause()
  if (wanted && !document.getElementById(wanted)) toast('没有找到链接所指的条款，通知可能已更新。')
  return showTools(wanted)
}

filterTables()
listenToSigns()
window.addEventListener('hashchange', () => showWanted()?.focus({ preventScroll: true }))
showWanted()
// What was put in above may have moved it.
document.getElementById(wantedClause())?.scrollIntoView()

const outline = need<HTMLDetailsElement>('#outline')
const wide = window.matchMedia('(min-width: 64em)')
const adapt = () => (outline.open = wide.matches)
adapt()
wide.addEventListener?.('change', adapt)
outline.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLAnchorElement && !wide.matches) outline.open = false
})
