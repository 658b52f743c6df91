import { el } from './element.ts'

type Standing = { place?: number; isUnderWay: boolean }

const lookEveryMs = 1_000
/** Looks in vain before it is taken for begun: the browser asks for the file a moment after the click. */
const looksInVain = 3

const said = el('span', { class: 'small', role: 'status' })
let timer: ReturnType<typeof setTimeout> | undefined

async function look(vain: number): Promise<void> {
  const response = await fetch('/api/staff/exports').catch(() => undefined)
  const standing: Standing = response?.ok ? ((await response.json()) as Standing) : { isUnderWay: false }
  const { place, isUnderWay } = standing
  if (place !== undefined) said.textContent = `正在排队，前面还有 ${place} 份；轮到就自动下载，请不要关掉这一页。`
  else if (isUnderWay) said.textContent = '正在导出，边做边下载。'
  else if (vain >= looksInVain) return void (said.textContent = '')
  const isWaiting = place !== undefined || isUnderWay
  timer = setTimeout(() => void look(isWaiting ? 0 : vain + 1), lookEveryMs)
}

/** Tells whoever asks for an export how many are before it. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-export]'))
  link.addEventListener('click', () => {
    clearTimeout(timer)
    said.textContent = '正在准备…'
    link.parentElement?.append(said)
    timer = setTimeout(() => void look(0), lookEveryMs / 2)
  })
