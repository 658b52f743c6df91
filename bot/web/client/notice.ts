import { copyText } from './copy-text.ts'
import { need, toast } from './element.ts'

/** The clause that the address names; as it stands where somebody has mangled it. */
function wanted(): string {
  const hash = location.hash.slice(1)
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}

function sayWhenMissing(): void {
  if (wanted() && !document.getElementById(wanted())) toast('没有找到链接所指的条款，通知可能已更新。')
}

async function copyLink(link: HTMLAnchorElement): Promise<void> {
  toast((await copyText(link.href)) ? '已复制本条链接' : '没能复制，请从地址栏复制')
}

document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('.clause-link')
  if (link) void copyLink(link)
})
window.addEventListener('hashchange', sayWhenMissing)
sayWhenMissing()

const outline = need<HTMLDetailsElement>('#outline')
const wide = window.matchMedia('(min-width: 64em)')
const adapt = () => (outline.open = wide.matches)
adapt()
wide.addEventListener?.('change', adapt)
outline.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLAnchorElement && !wide.matches) outline.open = false
})
