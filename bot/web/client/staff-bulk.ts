import { need, toast } from './element.ts'
import { sendJson } from './staff-send.ts'

const bar = document.querySelector<HTMLElement>('#bulk')
const picked = () => Array.from(document.querySelectorAll<HTMLInputElement>('#asked [name=pick]:checked'))
const all = () => need<HTMLInputElement>('#bulk [name=all]')

function count(): void {
  const chosen = picked().length
  need('#bulk [data-count]').textContent = chosen === 0 ? '全选' : `已选 ${chosen} 个`
  for (const button of bar?.querySelectorAll<HTMLButtonElement>('[data-bulk]') ?? []) button.disabled = chosen === 0
}

/** Decides on all that are picked, one after the other; one that somebody else has just decided on is left as it is. */
async function decide(status: string): Promise<void> {
  const failed: string[] = []
  for (const { value } of picked()) {
    const item = document.querySelector<HTMLElement>(`#asked [data-id="${CSS.escape(value)}"]`)
    const body = { status, version: Number(item?.dataset.version) }
    const path = `/api/staff/questions/${encodeURIComponent(value)}`
    try {
      const { review } = await sendJson<{ review: { version: number } }>('PATCH', path, body)
      // Others of its group have been decided on with it.
      for (const other of document.querySelectorAll<HTMLElement>(`#asked [data-group="${item?.dataset.group}"]`))
        other.dataset.version = String(review.version)
    } catch (error) {
      failed.push((error as Error).message)
    }
  }
  if (failed.length > 0) toast(`${failed.length} 个没有改成：${failed[0]}`)
  else location.reload()
}

bar?.addEventListener('click', ({ target }) => {
  const status = target instanceof HTMLElement ? target.dataset.bulk : undefined
  if (status !== undefined) void decide(status)
})
bar?.addEventListener('change', ({ target }) => {
  if (target !== all()) return
  for (const box of document.querySelectorAll<HTMLInputElement>('#asked [name=pick]')) box.checked = all().checked
  count()
})
document.querySelector('#asked')?.addEventListener('change', count)
