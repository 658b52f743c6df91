import { ownPath } from './clause-link.ts'
import { el, need } from './element.ts'
import { listNotices } from './notices.ts'

/** Lists the notices that answers come from; without the list the page works as well. */
export async function showNotices(): Promise<void> {
  const notices = await listNotices()
  const items = notices.map(({ title, shortTitle, documentNumber, url }) => {
    const link = el('a', { href: ownPath(url), title }, shortTitle)
    return el('li', {}, link, documentNumber && el('span', { class: 'small' }, documentNumber))
  })
  need('#notices').append(...items)
  need('#notices-section').hidden = notices.length === 0
}
