import { el } from './element.ts'
import { kept } from './storage.ts'

type Stored = { values: Record<string, string>; version: string; at: number }

const dayMs = 24 * 60 * 60 * 1000
/** How long what was typed and not saved is kept on the device, in milliseconds. */
const longestMs = 30 * dayMs

/** A form whose text is kept. `version` is what it began with; `dataset.member` is who is signed in. */
export type KeptForm = {
  form: HTMLElement
  name: string
  read(): Record<string, string>
  fill(values: Record<string, string>): void
}

/**
 * Keeps what is typed into a form on this device until it is saved, so that neither a session that ends nor a closed window
 * loses it. What was kept is put back, with the version it was written from: where somebody else has saved meanwhile, that shows.
 *
 * @returns Forgets what was kept: call it once it is saved.
 */
export function keepTyped({ form, name, read, fill }: KeptForm): () => void {
  const place = kept<Stored | undefined>('local', `staff.${form.dataset.member ?? ''}.${name}`, undefined)
  const begun = JSON.stringify(read())
  const before = place.read()
  if (before && Date.now() - before.at < longestMs && JSON.stringify(before.values) !== begun) putBack(before)
  form.addEventListener('input', keep)
  form.addEventListener('change', keep)
  return () => place.remove()

  function keep(): void {
    const values = read()
    if (JSON.stringify(values) === begun) return place.remove()
    place.write({ values, version: form.dataset.version ?? '', at: Date.now() })
  }
  function putBack({ values, version, at }: Stored): void {
    fill(values)
    if (version !== '') form.dataset.version = version
    const when = new Date(at).toLocaleString('zh-CN', {
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    })
    const drop = el('button', { class: 'button button-quiet', type: 'button' }, '不要了')
    drop.addEventListener('click', () => {
      place.remove()
      location.reload()
    })
    form.prepend(
      el('div', { class: 'notice-box kept-note', role: 'status' }, `已恢复您${when}写的、还没有保存的内容。`, drop),
    )
  }
}
