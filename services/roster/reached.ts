import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { bodyOf } from '../../knowledge/finding/sentences.ts'
import { readContacts } from '../../knowledge/language/contact.ts'

/** Words of a notice, verbatim, with the clause they stand in. */
export type Said = { text: string; entry: Entry }

/** Words that say that papers go to the place named with them. */
const takesPapers = { address: /报送|邮寄|寄送|递交|地址[：:]/u, mail: /发送|发至|发到|报送|邮件|电子版/u }

/** Where papers are sent: in the clause that asks for them, or in another that speaks of sending. */
export function placeIn(
  entries: readonly Entry[],
  kind: keyof typeof takesPapers,
  asking: Entry | undefined,
): Said | undefined {
  const fitting = entries.filter((entry) => entry !== asking && takesPapers[kind].test(entry.clause.text))
  for (const entry of [...(asking ? [asking] : []), ...fitting]) {
    const found = readContacts(entry.clause.text).find((contact) => contact.kind === kind)
    if (found) return { text: found.text, entry }
  }
  return undefined
}

/** Who is to be called: the piece of a clause with a number, without what labels it. */
export function contactIn(entries: readonly Entry[]): Said | undefined {
  for (const entry of entries) {
    const text = bodyOf(entry)
    const phone = readContacts(text).find(({ kind }) => kind === 'phone')
    if (!phone) continue
    const piece = text.slice(pieceBefore(text.slice(0, phone.start)), phone.end)
    return { text: piece.replace(/^[\s\S]*联系(?:人|电话|方式)[：:]/u, '').trim(), entry }
  }
  return undefined
}

/** Where the piece begins that a text ends with: behind a stop, or behind a bracket that is still open. */
function pieceBefore(text: string): number {
  const stop = Math.max(...['。', '；', '\n'].map((sign) => text.lastIndexOf(sign)))
  const open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('))
  const closed = Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'))
  return Math.max(stop, open > closed ? open : -1) + 1
}
