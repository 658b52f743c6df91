import { need, toast } from './element.ts'
import { sendJson } from './staff-send.ts'

const looks: Record<string, string> = { new: 'unknown', reviewed: 'met', dismissed: 'plain' }
const names: Record<string, string> = { new: '待审核', reviewed: '已审核', dismissed: '不处理' }
const keys: Record<string, string> = { r: 'reviewed', d: 'dismissed' }

const items = () => Array.from(document.querySelectorAll<HTMLElement>('.asked-item[data-id]'))
const addressOf = (id: string) => `/api/staff/questions/${encodeURIComponent(id)}`

/** Decides on a question, and shows it in the list and on its own page alike. */
async function review(place: HTMLElement, status: string): Promise<void> {
  try {
    await sendJson('PATCH', addressOf(place.dataset.id ?? ''), { status })
  } catch (error) {
    return toast((error as Error).message)
  }
  const mark = (place.querySelector('[data-mark]') ?? need('[data-mark]')).querySelector('.status')
  if (mark) {
    mark.className = `status status-${looks[status]}`
    mark.textContent = names[status] ?? status
  }
  place.querySelectorAll<HTMLButtonElement>('[data-review]').forEach((button) => {
    button.disabled = button.dataset.review === status
  })
  toast(`${names[status]}，对同组的提问都有效`)
}

async function keepNote(place: HTMLElement): Promise<void> {
  const note = place.querySelector<HTMLTextAreaElement>('[name=note]')?.value ?? ''
  await sendJson('PATCH', addressOf(place.dataset.id ?? ''), { note }).then(
    () => toast('备注已保存'),
    (error: Error) => toast(error.message),
  )
}

function move(step: number): void {
  const all = items()
  const at = all.findIndex((one) => one.contains(document.activeElement))
  all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))]?.querySelector('a')?.focus()
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLElement>('[data-review], [data-note]')
  const place = button && button.closest<HTMLElement>('[data-id]')
  if (!button || !place) return
  void (button.dataset.review === undefined ? keepNote(place) : review(place, button.dataset.review))
})

document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event
  if (ctrlKey || metaKey || altKey) return
  if (target instanceof Element && target.closest('input, textarea, select')) return
  if (key === 'j' || key === 'k') return move(key === 'j' ? 1 : -1)
  const status = keys[key]
  const place =
    items().find((one) => one.contains(document.activeElement)) ?? document.querySelector<HTMLElement>('.decision')
  if (status !== undefined && place) void review(place, status)
})
