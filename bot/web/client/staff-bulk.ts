import { need, toast } from './element.ts'
import { type Decision, saveDecision, typedTags } from './staff-decision.ts'

const bar = document.querySelector<HTMLElement>('#bulk')
const picked = () => Array.from(document.querySelectorAll<HTMLInputElement>('#asked [name=pick]:checked'))
const all = () => need<HTMLInputElement>('#bulk [name=all]')
const choice = bar?.querySelector<HTMLSelectElement>('[name=assignee]')
const field = bar?.querySelector<HTMLInputElement>('[name=tag]')

function count(): void {
  const chosen = picked().length
  need('#bulk [data-count]').textContent = chosen === 0 ? '全选' : `已选 ${chosen} 个`
  bar?.classList.toggle('is-picking', chosen > 0)
  const takers = bar?.querySelectorAll<HTMLButtonElement | HTMLSelectElement>('[data-bulk], [data-bulk-tag], select')
  for (const taker of takers ?? []) taker.disabled = chosen === 0
}

/** Changes all that are picked, one after the other; one that somebody else has just changed is left as it is. */
async function change(wanted: (item: HTMLElement) => Partial<Decision>): Promise<void> {
  const failed: string[] = []
  for (const { value } of picked()) {
    const item = need(`#asked [data-id="${CSS.escape(value)}"]`)
    await saveDecision(item, wanted(item)).catch((error: Error) => failed.push(error.message))
  }
  if (failed.length > 0) toast(`${failed.length} 个没有改成：${failed[0]}`)
  else location.reload()
}

/** Adds what was typed to the tags that each has. */
function addTags(): void {
  const typed = typedTags(field?.value ?? '')
  if (typed.length === 0) return toast('先写标签')
  void change(({ dataset }) => ({ tags: [...new Set([...(JSON.parse(dataset.tags ?? '[]') as string[]), ...typed])] }))
}

bar?.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLElement)) return
  const { bulk: status } = target.dataset
  if (status !== undefined) void change(() => ({ status }))
  if (target.matches('[data-bulk-tag]')) addTags()
})
bar?.addEventListener('change', ({ target }) => {
  if (choice && target === choice && choice.value !== '')
    void change(() => ({ assignee: choice.value === '@nobody' ? null : choice.value }))
  if (target !== all()) return
  for (const box of document.querySelectorAll<HTMLInputElement>('#asked [name=pick]')) box.checked = all().checked
  count()
})
document.querySelector('#asked')?.addEventListener('change', count)
