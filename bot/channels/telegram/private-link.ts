import { writeDeepLink } from '../deep-link.ts'

/** The link that opens a self-check in the private chat with the bot; undefined for words that are no self-check. */
export function privateLink(bot: string, send: string): string | undefined {
  const [, name, id] = /^\/(check|resume)(?:\s+(\S+))?$/u.exec(send) ?? []
  if (name === undefined) return undefined
  return (id === undefined ? undefined : startLink(bot, name, id)) ?? `https://t.me/${bot}?start=check`
}

/** The link that opens the private chat with what it is for; undefined where the id doesn't fit into one. */
export function startLink(bot: string, kind: string, id: string): string | undefined {
  const payload = writeDeepLink(kind, id)
  return payload && `https://t.me/${bot}?start=${payload}`
}
