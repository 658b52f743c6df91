import { el, need, toast } from './element.ts'
import { Late, sendJson } from './staff-send.ts'

const looks: Record<string, string> = { new: 'unknown', reviewed: 'met', dismissed: 'plain' }
export const decisionNames: Record<string, string> = { new: '待审核', reviewed: '已审核', dismissed: '不处理' }

/** What staff say of a group of questions, as the API names it. */
export type Decision = { status: string; note: string; tags: string[]; assignee: string | null; version: number }

const addressOf = (id: string) => `/api/staff/questions/${encodeURIComponent(id)}`

/** Saves a decision made from the version that is shown; all questions of the group have the next one then. */
export async function saveDecision(place: HTMLElement, change: Partial<Decision>): Promise<Decision> {
  const body = { ...change, version: Number(place.dataset.version) }
  const { review } = await sendJson<{ review: Decision }>('PATCH', addressOf(place.dataset.id ?? ''), body)
  showVersion(place, review)
  return review
}

function showVersion({ dataset: { group } }: HTMLElement, { version, tags }: Decision): void {
  document.querySelectorAll<HTMLElement>(`[data-group="${group}"]`).forEach((one) => {
    one.dataset.version = String(version)
    if (one.dataset.tags !== undefined) one.dataset.tags = JSON.stringify(tags)
  })
}

/** What somebody else has decided is shown, and what was typed stays: the next save counts as made knowing it. */
export function refuseDecision(place: HTMLElement, error: Error): void {
  if (!(error instanceof Late)) return toast(error.message)
  const stored = error.stored as Decision
  const { status, note, tags, assignee } = stored
  showVersion(place, stored)
  showStatus(place, status)
  showAssignment(place, stored)
  const now = [
    `“${decisionNames[status]}”`,
    assignee === null ? '没有分派' : `分派给 ${assignee}`,
    `标签：${tags.join('、') || '（没有）'}`,
    `备注：${note || '（空）'}`,
  ]
  const words = `没有保存：别人已经改过。现在是${now.join('，')}。您写的还在，核对后可以再保存一次。`
  const box = place.querySelector<HTMLElement>('.late-note')
  if (!box) return toast(words)
  box.textContent = words
  box.hidden = false
}

export function showStatus(place: HTMLElement, status: string): void {
  const mark = (place.querySelector('[data-mark]') ?? need('[data-mark]')).querySelector('.status')
  if (mark) {
    mark.className = `status status-${looks[status]}`
    mark.textContent = decisionNames[status] ?? status
  }
  place.querySelectorAll<HTMLButtonElement>('[data-review]').forEach((button) => {
    button.disabled = button.dataset.review === status
  })
}

/** Shows who looks after a group and its tags, in the list and on its own page alike. */
export function showAssignment(place: HTMLElement, { tags, assignee }: Pick<Decision, 'tags' | 'assignee'>): void {
  const told = place.querySelector('[data-assignee]')
  if (told) told.textContent = assignee === null ? '' : `分派给 ${assignee}`
  const choice = place.querySelector<HTMLSelectElement>('select[name=assignee]')
  if (choice) choice.value = assignee ?? ''
  place.querySelector('ul[data-tags]')?.replaceChildren(...tags.map(tagEntry))
}

const tagEntry = (tag: string): HTMLElement =>
  el(
    'li',
    {},
    el('button', { class: 'tag', type: 'button', 'data-untag': tag, 'aria-label': `去掉标签：${tag}` }, `${tag} ×`),
  )

/** The tags that were typed into a field, several with marks between them. */
export const typedTags = (text: string): string[] =>
  text
    .split(/[、，,;；]/u)
    .map((tag) => tag.trim())
    .filter(Boolean)
