import { need, toast } from './element.ts'
import { keepTyped } from './staff-kept.ts'
import { Late, sendJson } from './staff-send.ts'

const looks: Record<string, string> = { new: 'unknown', reviewed: 'met', dismissed: 'plain' }
const names: Record<string, string> = { new: '待审核', reviewed: '已审核', dismissed: '不处理' }
const keys: Record<string, string> = { r: 'reviewed', d: 'dismissed' }

const items = () => Array.from(document.querySelectorAll<HTMLElement>('.asked-item[data-id]'))
const addressOf = (id: string) => `/api/staff/questions/${encodeURIComponent(id)}`

type Decision = { status: string; note: string; version: number }

/** Saves a decision made from the version that is shown; all questions of the group have the next one then. */
async function save(place: HTMLElement, change: { status: string } | { note: string }): Promise<void> {
  const body = { ...change, version: Number(place.dataset.version) }
  const { review } = await sendJson<{ review: Decision }>('PATCH', addressOf(place.dataset.id ?? ''), body)
  showVersion(place, review.version)
}

function showVersion({ dataset: { group } }: HTMLElement, version: number): void {
  document.querySelectorAll<HTMLElement>(`[data-group="${group}"]`).forEach((one) => {
    one.dataset.version = String(version)
  })
}

/** What somebody else has decided is shown, and what was typed stays: the next save counts as made knowing it. */
function refused(place: HTMLElement, error: Error): void {
  if (!(error instanceof Late)) return toast(error.message)
  const { status, note, version } = error.stored as Decision
  showVersion(place, version)
  showStatus(place, status)
  const words = `没有保存：别人已经改过。现在是“${names[status]}”，备注：${note || '（空）'}。您写的还在，核对后可以再保存一次。`
  const box = place.querySelector<HTMLElement>('.late-note')
  if (!box) return toast(words)
  box.textContent = words
  box.hidden = false
}

/** Decides on a question, and shows it in the list and on its own page alike. */
async function review(place: HTMLElement, status: string): Promise<void> {
  try {
    await save(place, { status })
  } catch (error) {
    return refused(place, error as Error)
  }
  showStatus(place, status)
  toast(`${names[status]}，对同组的提问都有效`)
}

function showStatus(place: HTMLElement, status: string): void {
  const mark = (place.querySelector('[data-mark]') ?? need('[data-mark]')).querySelector('.status')
  if (mark) {
    mark.className = `status status-${looks[status]}`
    mark.textContent = names[status] ?? status
  }
  place.querySelectorAll<HTMLButtonElement>('[data-review]').forEach((button) => {
    button.disabled = button.dataset.review === status
  })
}

async function keepNote(place: HTMLElement): Promise<void> {
  const note = place.querySelector<HTMLTextAreaElement>('[name=note]')?.value ?? ''
  await save(place, { note }).then(
    () => {
      place.querySelector<HTMLElement>('.late-note')!.hidden = true
      forget()
      toast('备注已保存')
    },
    (error: Error) => refused(place, error),
  )
}

const decision = document.querySelector<HTMLElement>('.decision')
const noteField = decision?.querySelector<HTMLTextAreaElement>('[name=note]')
/** What was typed as a note and isn't saved yet outlives the session too. */
const forget =
  decision && noteField
    ? keepTyped({
        form: decision,
        name: `note.${decision.dataset.group}`,
        read: () => ({ note: noteField.value }),
        fill: ({ note = '' }) => void (noteField.value = note),
      })
    : () => {}

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
  const place = items().find((one) => one.contains(document.activeElement)) ?? decision
  if (status !== undefined && place) void review(place, status)
})
