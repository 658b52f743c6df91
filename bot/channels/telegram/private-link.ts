import { writeDeepLink } from '../deep-link.ts'

/** The link that opens a self-check in the private chat with the bot; undefined for words that are no self-check. */
export function privateLink(bot: string, send: string): string | undefined {
  const [, name, id] = /^\/(check|resume)(?:\s+(\S+))?$/u.exec(send) ?? []
  if (name === undefined) return undefined
  const payload = (id === undefined ? undefined : writeDeepLink(name, id)) ?? 'check'
  return `https://t.me/${bot}?start=${payload}`
}
