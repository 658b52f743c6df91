import { ownPath } from './citation-card.ts'
import { el, need } from './element.ts'

type Listed = { title: string; shortTitle: string; documentNumber?: string; url: string }

/** Lists the notices that answers come from; without the list the page works as well. */
export async function showNotices(): Promise<void> {
  const place = need('#notices')
  try {
    const response = await fetch('/api/notices')
    if (!response.ok) return
    const notices = (await response.json()) as Listed[]
    for (const { title, shortTitle, documentNumber, url } of notices) {
      const link = el('a', { href: ownPath(url), title }, shortTitle)
      place.append(el('li', {}, link, documentNumber && el('span', { class: 'small' }, documentNumber)))
    }
    need('#notices-section').hidden = notices.length === 0
  } catch {
    // Nothing to list: the section stays hidden.
  }
}
