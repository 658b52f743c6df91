import { differenceOf } from '../difference.ts'
import { el } from './element.ts'

export type Said = { text: string; source?: string }
export type Changed = { question: string; before: Said; after: Said }

/** Answers that are shown at once; the others are unfolded. */
const shownAtOnce = 10

/** Answers that would change, what is said now beside what would be. */
export function changedAnswers(answers: readonly Changed[]): HTMLElement[] {
  if (answers.length === 0) return []
  const shown = answers.map(beside)
  const rest = shown.slice(shownAtOnce)
  return [
    el('h3', {}, '会变的答复'),
    ...shown.slice(0, shownAtOnce),
    ...(rest.length > 0
      ? [el('details', { class: 'more' }, el('summary', {}, `其余 ${rest.length} 个`), ...rest)]
      : []),
  ]
}

function beside({ question, before, after }: Changed): HTMLElement {
  const side = (name: string, { text, source }: Said, other: Said) =>
    el(
      'section',
      {},
      el('h4', {}, name),
      el('p', { class: 'said-text' }, ...marked(text, other.text)),
      source !== undefined && el('p', { class: 'small' }, `依据：${source}`),
    )
  return el(
    'div',
    { class: 'impact-answer' },
    el('p', { class: 'talk-asked' }, question),
    el('div', { class: 'preview' }, side('之前', before, after), side('之后', after, before)),
  )
}

/** A text with what is not in the other one marked: all between what both begin and end with. */
function marked(text: string, other: string): (Node | string)[] {
  const [before, own, after] = differenceOf(text, other)
  return [before, ...(own === '' ? [] : [el('mark', {}, own)]), after]
}
