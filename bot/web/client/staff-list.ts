import { toast } from './element.ts'
import { decisionNames, refuseDecision, saveDecision, showAssignment, showStatus } from './staff-decision.ts'
import { keepTyped } from './staff-kept.ts'

const keys: Record<string, string> = { r: 'reviewed', d: 'dismissed' }

const items = () => Array.from(document.querySelectorAll<HTMLElement>('.asked-item[data-id]'))

/** Decides on a question, and shows it in the list and on its own page alike. */
async function review(place: HTMLElement, status: string): Promise<void> {
  try {
    await saveDecision(place, { status })
  } catch (error) {
    return refuseDecision(place, error as Error)
  }
  showStatus(place, status)
  toast(`${decisionNames[status]}，对同组的提问都有效`)
}

/** Takes a group upon oneself. */
async function assignToMe(place: HTMLElement): Promise<void> {
  const assignee = place.closest<HTMLElement>('[data-member]')?.dataset.member ?? ''
  await saveDecision(place, { assignee }).then(
    (decision) => {
      showAssignment(place, decision)
      toast(`已分派给 ${assignee}`)
    },
    (error: Error) => refuseDecision(place, error),
  )
}

async function keepNote(place: HTMLElement): Promise<void> {
  const note = place.querySelector<HTMLTextAreaElement>('[name=note]')?.value ?? ''
  await saveDecision(place, { note }).then(
    () => {
      place.querySelector<HTMLElement>('.late-note')!.hidden = true
      forget()
      toast('备注已保存')
    },
    (error: Error) => refuseDecision(place, error),
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
  if (key === 'a' && place) void assignToMe(place)
})
