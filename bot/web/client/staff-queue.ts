import { el } from './element.ts'
import { kept } from './storage.ts'

/** `at`: the one that was looked at last. */
type Queue = { list: string; pages: string[]; at?: number }

const queue = kept<Queue | undefined>('session', 'staff.queue', undefined)
const list = document.querySelector('#asked')

// The list says in which order its questions are gone through; their pages lead to the one before and the one after.
if (list) {
  const pages = Array.from(list.querySelectorAll<HTMLAnchorElement>('.asked-text'), ({ pathname }) => pathname)
  queue.write({ list: location.pathname + location.search, pages })
}

const known = queue.read()
const own = known?.pages.indexOf(location.pathname) ?? -1
if (known && own >= 0) queue.write({ ...known, at: own })
// A question from elsewhere is none of the queue: what follows its answer is not the next of it.
else if (known && document.querySelector('.question-facts')) queue.write({ list: known.list, pages: known.pages })
/** Whether it is the answer that has just been written for the question looked at last. */
const isAnswer = own < 0 && location.hash === '#queue'
const here = document.querySelector(isAnswer ? '[data-answer-facts]' : '.question-facts')
const at = isAnswer ? known?.at : own

const link = (href: string | undefined, words: string, key?: string) =>
  href !== undefined &&
  el(
    'a',
    { class: 'button button-quiet', href, 'data-step': key ?? false },
    key === undefined ? words : `${words} ${key}`,
  )

if (here && known && at !== undefined && at >= 0) {
  const { pages } = known
  const [before, after] = isAnswer ? ['回到提问', '下一个提问'] : ['上一个', '下一个']
  here.before(
    el(
      'nav',
      { class: 'actions pager', 'aria-label': '队列' },
      link(pages[isAnswer ? at : at - 1], before, 'k'),
      link(pages[at + 1], after, 'j'),
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
