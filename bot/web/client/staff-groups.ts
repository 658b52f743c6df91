import { el, need, toast } from './element.ts'
import { sendJson } from './staff-send.ts'

type Found = { groups: { id: number; count: number; last: { text: string } }[] }

const box = document.querySelector<HTMLElement>('#regroup')
const own = () => Number(box?.dataset.group)
const version = () => Number(box?.dataset.version)

const failed = (error: Error) => toast(error.message)

async function merge(into: number): Promise<void> {
  await sendJson('POST', `/api/staff/groups/${own()}/merge`, { into, version: version() })
  location.reload()
}

async function split(): Promise<void> {
  const texts = Array.from(document.querySelectorAll<HTMLInputElement>('#regroup [name=wording]:checked')).map(
    ({ value }) => value,
  )
  if (texts.length === 0) return toast('先勾选要分出去的问法')
  await sendJson('POST', `/api/staff/groups/${own()}/split`, { texts, version: version() })
  location.reload()
}

/** Groups that hold the words that were typed, each with its button. */
async function find(): Promise<void> {
  const query = need<HTMLInputElement>('#group-query').value.trim()
  if (query === '') return
  const { groups } = await sendJson<Found>('GET', `/api/staff/groups?q=${encodeURIComponent(query)}`)
  const entries = groups
    .filter(({ id }) => id !== own())
    .slice(0, 8)
    .map(({ id, count, last }) =>
      el(
        'li',
        {},
        `${last.text} `,
        el('span', { class: 'small' }, `${count} 次 `),
        el('button', { class: 'button button-quiet', type: 'button', 'data-merge': id }, '并入这一组'),
      ),
    )
  need('#near-groups').replaceChildren(...entries)
  if (entries.length === 0) toast('没有找到别的组')
}

box?.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLElement)) return
  if (target.dataset.merge !== undefined) void merge(Number(target.dataset.merge)).catch(failed)
  if (target.matches('[data-split]')) void split().catch(failed)
  if (target.matches('#find-groups')) void find().catch(failed)
})
box?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.id !== 'group-query') return
  event.preventDefault()
  void find().catch(failed)
})
