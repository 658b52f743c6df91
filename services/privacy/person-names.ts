import { isSingle } from '../../knowledge/language/characters.ts'
import surnames from '../../knowledge/lexicon/surnames.json' with { type: 'json' }
import { labels } from './finding.ts'
import { segmentsOf } from '../answering/understand/segment.ts'

const family = new Set(surnames)
/** Words that may follow a character which is also a surname, and make no name of it. */
const noGivenName =
  /^[的了吗呢吧啊是有在和与及或要能可会到来去说问给把被从对等也都还就不没很太多少几什怎哪谁么这那个件家次份元年月日号前后上下里中内外、]/u

/** A surname that the dictionary leaves by itself, before one or two characters that are no common word. */
function loneNames(text: string, isKnown: (word: string) => boolean): [number, number][] {
  const found: [number, number][] = []
  const segments = segmentsOf(text)
  let at = 0
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1] ?? ''
    const after = segments[index + 2] ?? ''
    const isSurname = family.has(segment) && /^\p{Script=Han}{1,2}$/u.test(next) && !noGivenName.test(next)
    const takesMore = isSingle(next) && /^\p{Script=Han}/u.test(after) && !noGivenName.test(after)
    const name = takesMore ? `${next}${[...after][0]}` : next
    if (isSurname && !isKnown(segment + name) && !isKnown(segment + next))
      found.push([at, at + segment.length + name.length])
    at += segment.length
  }
  return found
}

/**
 * A text without what may be the name of a person though nothing around it says so: a surname before characters that make no
 * word becomes [姓名]; rather one word too many than one name too few. For what is sent out, behind `mask`.
 *
 * @param isKnown Whether a word is one of the notices', and so no name of anybody.
 */
export function withoutNames(text: string, isKnown: (word: string) => boolean): string {
  let plain = ''
  let at = 0
  for (const [start, end] of loneNames(text, isKnown)) {
    if (start < at) continue
    plain += text.slice(at, start) + labels.name
    at = end
  }
  return plain + text.slice(at)
}
