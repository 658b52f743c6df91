import { el, need } from './element.ts'

type Reply = { text: string; citations: { heading: string; quote: string }[] }

export type Preview = {
  before: Reply[]
  after: Reply[]
  isUsed: boolean
  contexts: { name: string; question: string; isUsed: boolean; after: string }[]
  nearest?: { wording: string; likeness: number }
}

const shown = ({ text, citations }: Reply) =>
  el(
    'div',
    { class: 'said' },
    el('p', { class: 'said-text' }, text),
    el('p', { class: 'small' }, citations.length > 0 && `依据：${citations.map(({ heading }) => heading).join('；')}`),
  )

const contextEntry = ({ name, question, isUsed, after }: Preview['contexts'][number]) =>
  el(
    'li',
    {},
    el(
      'details',
      {},
      el(
        'summary',
        {},
        el('span', { class: `status status-${isUsed ? 'met' : 'plain'}` }, isUsed ? '用到' : '不用'),
        ` ${name}`,
      ),
      el('p', { class: 'small' }, `问：${question}`),
      el('p', { class: 'said-text' }, after),
    ),
  )

/** Shows what is said now and would be, and in which of five situations the answer would be used. */
export function showPreview({ before, after, contexts, nearest }: Preview): void {
  need('[data-before]').replaceChildren(...before.map(shown))
  need('[data-after]').replaceChildren(...after.map(shown))
  need('#preview-result').hidden = false
  const near =
    nearest && `最接近的问法：“${nearest.wording}”，相像 ${Math.round(nearest.likeness * 100)}%（70% 起使用）。`
  need('#preview-contexts').replaceChildren(
    el('h3', {}, '五种情形'),
    ...(near === undefined ? [] : [el('p', { class: 'small' }, near)]),
    el('ul', { class: 'wording-list' }, ...contexts.map(contextEntry)),
  )
  need('#preview-contexts').hidden = false
}
