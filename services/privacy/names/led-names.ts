import { endsWithRole, startsWithRole, thenContact } from './name-cues.ts'
import { anybody, isGiven, isNever, particles, surnameLengthOf, wordLike } from './name-signs.ts'
import { isWord } from './word-bounds.ts'

/** A name between two offsets of a text. */
export type Span = [start: number, end: number]

/** Names behind what leads to them, and those joined to such. */
export function led(text: string, lead: RegExp, bounds: () => ReadonlySet<number>, isSure: boolean): Span[] {
  const spans: Span[] = []
  for (const { 0: words, index } of text.matchAll(lead)) {
    let span = nameAt(text, index + words.length, bounds, isSure)
    while (span) {
      spans.push(span)
      const joined = /^ ?(?:和|与|及|跟|、|[,，;]| ) ?/u.exec(text.slice(span[1], span[1] + 3))
      span = joined ? nameAt(text, span[1] + joined[0].length, bounds, false) : undefined
      if (span && joined?.[0].trim() === '' && /^\p{Script=Han}/u.test(text.slice(span[1], span[1] + 2)))
        span = undefined
    }
  }
  return spans
}

/** A surname and one or two signs, up to the end of a word. */
function nameAt(text: string, start: number, bounds: () => ReadonlySet<number>, isSure: boolean): Span | undefined {
  const signs = [...text.slice(start, start + 14)]
  const surnameLength = surnameLengthOf(signs)
  if (surnameLength === 0 || startsWithRole.test(text.slice(start, start + 4))) return undefined
  const isWithin = /\p{Script=Han}$/u.test(text.slice(Math.max(0, start - 2), start))
  if (!isSure && (signs[0] === '和' || (particles.has(signs[0]!) && isWithin && !isAllThereIs(signs)))) return undefined
  const spaced = spacedName(signs, surnameLength)
  if (spaced && (isSure || isEvenlySpaced(signs) || isEntry(text, start))) return [start, start + spaced]
  const end = givenEnd(text, start, signs, surnameLength, bounds, isSure)
  return end === undefined || !isMeant(text, start, end, isSure) ? undefined : [start, end]
}

/** Right behind the colon of a form. */
const isEntry = (text: string, start: number): boolean => /人: ?$/u.test(text.slice(Math.max(0, start - 3), start))

/** Three signs, and then no word: 本人于谨言，. */
const isAllThereIs = (signs: readonly string[]): boolean =>
  /^\p{Script=Han}{3}(?!\p{Script=Han})/u.test(signs.join('')) && !isWord(signs.slice(0, 2).join(''))

/** 钱 多 多 */
const isEvenlySpaced = (signs: readonly string[]): boolean =>
  /^\p{Script=Han} \p{Script=Han} \p{Script=Han}(?! )/u.test(signs.join(''))

/** Where a name ends: behind two signs rather than one, where a word ends too. */
function givenEnd(
  text: string,
  start: number,
  signs: readonly string[],
  surnameLength: number,
  bounds: () => ReadonlySet<number>,
  isSure: boolean,
): number | undefined {
  const ends = [2, 1].flatMap((count): number[] => {
    const own = signs.slice(surnameLength, surnameLength + count)
    return own.length === count && isGiven(own, isSure)
      ? [start + signs.slice(0, surnameLength + count).join('').length]
      : []
  })
  return ends.find((one) => endsThere(text, one, bounds)) ?? (isSure ? ends[0] : undefined)
}

/** What follows a place or a body, and no person: 我是张江那边的. */
const place = /^(?:[那这]边|[那这]里|[那这]儿|高科|科学城|药谷|园区|街道|大学|医院|公司|集团|新区)/u

/** Not a word of the dictionary, unless what stands around it says that it is a name all the same. */
function isMeant(text: string, start: number, end: number, isSure: boolean): boolean {
  const name = text.slice(start, end)
  const isWhole = isSure && [...name].length === 3 && !/^\p{Script=Han}/u.test(text.slice(end, end + 2))
  if ((isNever(name) && !isWhole) || (!isSure && place.test(text.slice(end, end + 4)))) return false
  const goesOn = /^\p{Script=Han}/u.test(text.slice(end, end + 2))
  if (!isSure && goesOn && wordLike.has(name[0]!) && isWord(name.slice(1))) return false
  if (isSure || anybody.has(name) || !isWord(name)) return true
  const isOfSomebody = text[start - 1] === '的' && name.length > 2 && !goesOn
  const isWholeEntry = isEntry(text, start) && !goesOn
  const isBesideContact =
    thenContact.test(text.slice(end, end + 12)) && endsWithRole.test(text.slice(Math.max(0, start - 8), start))
  return isOfSomebody || isWholeEntry || isBesideContact || /^[(（：: ]{0,2}\0/u.test(text.slice(end, end + 3))
}

/** 何 平 */
function spacedName(signs: readonly string[], surnameLength: number): number | undefined {
  const found = /^ {1,2}\p{Script=Han}(?: ?\p{Script=Han})?(?![\p{Script=Han}])/u.exec(
    signs.slice(surnameLength).join(''),
  )
  return found ? signs.slice(0, surnameLength).join('').length + found[0].length : undefined
}

const endsThere = (text: string, end: number, bounds: () => ReadonlySet<number>): boolean =>
  end >= text.length || !/^\p{Script=Han}/u.test(text.slice(end, end + 2)) || bounds().has(end)
