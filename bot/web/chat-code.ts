import { type Html, markup } from './html.ts'

/** What a code is for, in words. */
const words = { check: '在 Telegram 里自查', n: '在 Telegram 里问这份通知' } as const

/** A QR code, and the same as a link, that opens a chat elsewhere; nothing where there is none. */
export const chatCode = (kind: 'check' | 'n', id: string, link: string | undefined): Html | false =>
  link !== undefined &&
  markup`<aside class="chat-code"><img src="/qr/${kind}/${id}" width="120" height="120" alt="二维码：${words[kind]}"><p><a href="${link}">${words[kind]}</a></p></aside>`
