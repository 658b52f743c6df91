import { addressesIn, findAddresses, waysToSay } from './find-addresses.ts'
import { findHandles } from './accounts/find-handles.ts'
import { findMails } from './accounts/find-mails.ts'
import { findAnnounced } from './numbers/find-announced.ts'
import { findDevices } from './numbers/find-devices.ts'
import { findNames } from './names/find-names.ts'
import { findNumbers } from './numbers/find-numbers.ts'
import { findPapers } from './numbers/find-papers.ts'
import { type Finding, labels } from './finding.ts'
import { foldedView, type View } from './folded-view.ts'

/** Texts that hold nothing of anybody however often they are looked at are most; masking some may uncover the next. */
const mostRounds = 8

const without = (text: string, found: readonly Finding[]): string => {
  const signs = text.split('')
  for (const { start, end } of found) signs.fill('\0', start, end)
  return signs.join('')
}

/** What is found in a folded view, the most particular kinds first; what one has found the next ones don't look at. */
function findInView({ text, digits }: View): Finding[] {
  const found: Finding[] = []
  const look = (find: (text: string) => Finding[], of: string): void => {
    const taken = withoutOverlaps(find(without(of, found)))
    found.push(...taken)
  }
  look(findDevices, digits)
  look(findMails, text)
  look(findHandles, text)
  look(findAnnounced, digits)
  look(findPapers, digits)
  look(findNumbers, digits)
  look(findAddresses, text)
  look(findNames, text)
  return found.sort((a, b) => a.start - b.start)
}

function withoutOverlaps(found: readonly Finding[]): Finding[] {
  let end = 0
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      if (one.start < end) return false
      end = one.end
      return true
    })
}

/** In the places of the text that a view was made of. */
const placed =
  ({ from, to }: View) =>
  (one: Finding): Finding => ({ ...one, start: from[one.start]!, end: to[one.end - 1]! })

/**
 * Finds what identifies a person: numbers (telephone, identity, card, QQ), mail addresses and names in messengers, plates and
 * papers, home addresses, and names of persons where the words around say that one stands. In any width and script of digits,
 * with the gaps that people put between them.
 *
 * @returns In the order of the text, offsets in its UTF-16 code units; no two overlap.
 */
export function findPersonal(text: string): Finding[] {
  const view = foldedView(text)
  return findInView(view).map(placed(view))
}

/** The keys of all that is found in texts that are public, such as the telephone numbers and addresses of notices. */
export function publicKeys(texts: Iterable<string>): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const text of texts) {
    const view = foldedView(text)
    for (const { key } of addressesIn(view.text)) for (const way of waysToSay(key)) keys.add(way)
    for (const { kind, key } of findInView(view)) {
      keys.add(key)
      if (kind === 'phone') keys.add(key.replace(/^0(?:10|2\d|[3-9]\d{2})/u, ''))
    }
  }
  return keys
}

/**
 * A text as it may be kept: what identifies a person is replaced by the name of its kind. Masking twice is masking once.
 *
 * @param isPublic Tells by its key what stays as it is, such as the telephone numbers that notices print.
 * @param find Finds what identifies a person, for whoever has looked at the same texts already.
 */
export function mask(
  text: string,
  isPublic: (key: string) => boolean = () => false,
  find: (text: string) => readonly Finding[] = findPersonal,
): string {
  let masked = text
  for (let round = 0; round < mostRounds; round++) {
    const found = find(masked).filter(({ key }) => !isPublic(key))
    if (found.length === 0) return masked
    masked = replaced(masked, found)
  }
  return masked
}

function replaced(text: string, found: readonly Finding[]): string {
  let masked = ''
  let at = 0
  for (const { kind, start, end } of found) {
    masked += text.slice(at, start) + labels[kind]
    at = end
  }
  return masked + text.slice(at)
}
