import { labelText, plainly, shortTitle } from '../../roster/label.ts'
import type { Roster } from '../../roster/roster.ts'

const wordsByRoster = new WeakMap<Roster, string[]>()
const longestWord = 8
const shortestWord = 2

/**
 * The words by which people tell a list from the others of its notice, longest first: 附件3, and each stretch of its title
 * and of the words that point to it that no other list has and the notice doesn't use of something else.
 */
export function tellingWords(roster: Roster, all: Roster[]): string[] {
  const known = wordsByRoster.get(roster)
  if (known) return known
  const others = all.filter((other) => other !== roster).map(({ label }) => labelText(label))
  const titles = all.map((other) => other.label.title)
  const body = bodyTexts(roster, all)
  const words = new Set([...annexNames(roster.label.number), plainly(shortTitle(roster.label, titles))])
  for (const run of labelText(roster.label).match(/\p{Script=Han}+/gu) ?? [])
    for (let size = Math.min(longestWord, run.length); size >= shortestWord; size--)
      for (let at = 0; at + size <= run.length; at++) {
        const word = run.slice(at, at + size)
        const isOwn = others.length > 0 && others.every((other) => !other.includes(word))
        if (isOwn && !/^[的对和与在]|[的对和与在]$/u.test(word) && !body.some((text) => text.includes(word)))
          words.add(word)
      }
  if (roster.label.batch) words.add(`第${'一二'[roster.label.batch - 1]}批`)
  const sorted = [...words].sort((a, b) => b.length - a.length)
  wordsByRoster.set(roster, sorted)
  return sorted
}

/** The texts of a notice that speak neither of all its lists nor point to this one: what they hold names no list. */
function bodyTexts({ rows, label }: Roster, all: Roster[]): string[] {
  const titles = all.map((other) => other.label.title)
  const short = all.map((other) => plainly(shortTitle(other.label, titles)))
  return (rows[0]?.entry.notice.clauses ?? [])
    .filter((clause) => ['item', 'paragraph', 'heading', 'contact'].includes(clause.kind) && !clause.id.startsWith('a'))
    .filter((clause) => clause.id !== label.pointer?.entry.clause.id)
    .map((clause) => plainly(clause.text))
    .filter((text) => !text.includes(`附件${label.number}`) && !short.every((title) => text.includes(title)))
}

const annexNames = (number: number | undefined): string[] =>
  number === undefined ? [] : [`附件${number}`, `附件${'一二三四五六七八九十'[number - 1] ?? number}`, `附表${number}`]
