import { el } from './element.ts'
import { kept } from './storage.ts'

type Queue = { list: string; pages: string[] }

const queue = kept<Queue | undefined>('session', 'staff.queue', undefined)
const list = document.querySelector('#asked')

// The list says in which order its questions are gone through; their pages lead to the one before and the one after.
if (list) {
  const pages = Array.from(list.querySelectorAll<HTMLAnchorElement>('.asked-text'), ({ pathname }) => pathname)
  queue.write({ list: location.pathname + location.search, pages })
}

const here = document.querySelector('.question-facts')
const known = queue.read()
const at = known?.pages.indexOf(location.pathname) ?? -1

const link = (href: string | undefined, words: string, key?: string) =>
  href !== undefined &&
  el(
    'a',
    { class: 'button button-quiet', href, 'data-step': key ?? false },
    key === undefined ? words : `${words} ${key}`,
  )

if (here && known && at >= 0) {
  const { pages } = known
  here.before(
    el(
      'nav',
      { class: 'actions pager', 'aria-label': '队列' },
      link(pages[at - 1], '上一个', 'k'),
      link(pages[at + 1], '下一个', 'j'),
      link(known.list, '回到列表'),
      el('span', { class: 'small' }, `第 ${at + 1} 个，共 ${pages.length} 个`),
    ),
  )
  document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
    if (ctrlKey || metaKey || altKey || (key !== 'j' && key !== 'k')) return
    if (target instanceof Element && target.closest('input, textarea, select')) return
    document.querySelector<HTMLAnchorElement>(`[data-step="${key}"]`)?.click()
  })
}
