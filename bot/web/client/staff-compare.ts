import { el, need } from './element.ts'

type Compared = { asked: number; questions: number }

/** Where a comparison of before and after is shown, by which button it is begun, and what is said while it runs. */
type Place = { place: string; button: string; waiting: string }

/** Finds out what publishing something would change, and shows it; the button goes on where questions are left. */
export async function showCompared<Impact extends Compared>(
  { place: selector, button: begin, waiting }: Place,
  load: () => Promise<Impact>,
  sections: (impact: Impact) => HTMLElement[],
): Promise<void> {
  const place = need(selector)
  const button = need<HTMLButtonElement>(begin)
  button.disabled = true
  place.replaceChildren(el('p', { class: 'small' }, waiting))
  try {
    const impact = await load()
    place.replaceChildren(...sections(impact))
    button.textContent = impact.asked < impact.questions ? '接着比较其余的问题' : '再看一次'
  } catch (error) {
    place.replaceChildren(el('p', { class: 'notice-box' }, (error as Error).message))
  }
  button.disabled = false
}
