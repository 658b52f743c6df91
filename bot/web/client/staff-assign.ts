import { need, toast } from './element.ts'
import { type Decision, refuseDecision, saveDecision, showAssignment, typedTags } from './staff-decision.ts'

const place = need('.decision')
const choice = need<HTMLSelectElement>('.decision select[name=assignee]')
const field = need<HTMLInputElement>('.decision input[name=tag]')

const shownTags = () =>
  Array.from(place.querySelectorAll<HTMLElement>('[data-untag]'), ({ dataset }) => dataset.untag ?? '')

/** Saves a change of the group's assignment, and shows what has become of it. */
async function change(wanted: Partial<Decision>, done: string): Promise<boolean> {
  try {
    showAssignment(place, await saveDecision(place, wanted))
  } catch (error) {
    refuseDecision(place, error as Error)
    return false
  }
  need('.decision .late-note').hidden = true
  toast(done)
  return true
}

async function addTyped(): Promise<void> {
  const typed = typedTags(field.value)
  if (typed.length === 0) return toast('先写标签')
  if (await change({ tags: [...new Set([...shownTags(), ...typed])] }, '标签已加上')) field.value = ''
}

let shown = choice.value
async function assign(): Promise<void> {
  const assignee = choice.value === '' ? null : choice.value
  const isSaved = await change({ assignee }, assignee === null ? '现在没有分派' : `已分派给 ${assignee}`)
  if (isSaved) shown = choice.value
  else if (need('.decision .late-note').hidden) choice.value = shown
}
choice.addEventListener('change', () => void assign())
place.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLElement)) return
  const { untag } = target.dataset
  if (untag !== undefined) void change({ tags: shownTags().filter((tag) => tag !== untag) }, '标签已去掉')
  if (target.matches('[data-tag]')) void addTyped()
})
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing) return
  event.preventDefault()
  void addTyped()
})
