import type { Reply } from '../../../services/reply.ts'
import { el, icon } from './element.ts'
import type { PageWords } from './page-words.ts'

/** WeChat's browser opens no files; its menu hands the page on to one that does. */
const isWeChat = () => /MicroMessenger/i.test(navigator.userAgent)

/** The files that go with a reply, all or those whose address is meant. */
export function downloadRow(
  { downloads = [] }: Reply,
  words: PageWords,
  isMeant: (url: string) => boolean = () => true,
): HTMLElement | undefined {
  const meant = downloads.filter(({ url }) => isMeant(url))
  if (meant.length === 0) return undefined
  const links = meant.map(({ label, url }) =>
    el('a', { class: 'button button-quiet download', href: url, download: true }, icon('download'), label),
  )
  const hint = isWeChat() && el('p', { class: 'download-hint' }, words.weChatFiles)
  return el('div', { class: 'downloads' }, ...links, hint)
}
