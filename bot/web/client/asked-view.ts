import { el, icon } from './element.ts'
import { langOf, wordsIn } from './language.ts'
import type { PageWords } from './page-words.ts'
import type { Asked } from './entry.ts'

export type AskedDesk = { retry(asked: Asked): void; revise(asked: Asked): void }

/** What a person sent; a message that got through to nobody says why and can be sent again. */
export function askedView(asked: Asked, desk: AskedDesk): HTMLElement {
  const message = el(
    'article',
    { class: 'message asked', tabindex: -1, 'data-key': asked.key, lang: langOf(asked.language) },
    el('h2', { class: 'visually-hidden' }, wordsIn(asked.language).yourQuestion),
    el('p', { class: 'message-text' }, asked.label ?? asked.text),
  )
  if (asked.state === 'failed') message.append(failureNote(asked, desk))
  return message
}

function failureNote(asked: Asked, desk: AskedDesk): HTMLElement {
  const words = wordsIn(asked.language)
  return el(
    'div',
    { class: 'failure', role: 'alert' },
    el('p', {}, icon('alert'), el('span', {}, asked.why)),
    el(
      'div',
      { class: 'actions' },
      el(
        'button',
        { class: 'button', type: 'button', 'data-retry': true, onclick: () => desk.retry(asked) },
        words.retry,
      ),
      !asked.label &&
        el('button', { class: 'button button-quiet', type: 'button', onclick: () => desk.revise(asked) }, words.revise),
    ),
  )
}

/** The place where a reply is waited for. */
export function pendingView(words: PageWords) {
  const said = el('span', { class: 'pending-words', role: 'status' }, words.searching)
  const dots = el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'))
  const state = el('p', { class: 'pending-state' }, dots, said)
  const timer = setTimeout(() => void (said.textContent = words.stillSearching), 8000)
  const element = el('article', { class: 'message reply pending', 'aria-busy': 'true' }, state)
  return {
    element,
    remove(): void {
      clearTimeout(timer)
      element.remove()
    },
  }
}
