import type { Catalogue, ProgrammeMention } from '../../../knowledge/finding/catalogue.ts'
import { lengthOf, shortened } from '../../../knowledge/language/characters.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { segmentsOf } from '../understand/segment.ts'

/** A title without the province or city that it begins with, where enough is left to tell it. */
export const withoutPlace = (title: string): string =>
  title.replace(/^\p{Script=Han}{2,3}?[省市](?=\p{Script=Han}{6})/u, '')

/** Characters that the last words of a title must have to stand for it, and of a title that is short enough as it is. */
const leastTail = 4
const shortEnough = 8
const mostOfTitle = 16

/** The last words of a title, as few as say something: 运营中心. */
function tailOf(title: string): string {
  const words = [...segmentsOf(title)]
  let tail = ''
  while (words.length > 0 && lengthOf(tail) < leastTail) tail = `${words.pop()}${tail}`
  return tail
}

/** What two titles have in common at their end, in whole words. */
function commonEnd(one: string, other: string): string {
  const [a, b] = [[...segmentsOf(one)], [...segmentsOf(other)]]
  let end = ''
  while (a.length > 0 && a.at(-1) === b.at(-1)) {
    end = `${a.pop()}${end}`
    b.pop()
  }
  return end
}

/**
 * What people call a programme beside its year: its last words where they tell it from the others of the year; else what
 * it has of its own before them. A programme unlike all others keeps its title.
 */
export function shortProgramme({ notices }: Catalogue, notice: Notice, programme: ProgrammeMention): string {
  const title = withoutPlace(programme.title)
  const others = notices.flatMap(({ year, programmes }) =>
    programmes.filter((one) => one !== programme).map((one) => ({ year, title: withoutPlace(one.title) })),
  )
  const tail = tailOf(title)
  const alike = others.filter((other) => other.title.endsWith(tail) || tailOf(other.title).endsWith(tail.slice(-2)))
  if (lengthOf(title) <= shortEnough || alike.length === 0) return shortened(title, mostOfTitle)
  const rivals = others.filter(
    (other) => other.year === notice.year && other.title.endsWith(tail) && other.title !== title,
  )
  if (rivals.length === 0) return tail
  const shared = rivals.map((other) => commonEnd(title, other.title)).toSorted((a, b) => b.length - a.length)[0]!
  return shortened(`${title.slice(0, title.length - shared.length)}${tail}`, mostOfTitle)
}
