import { readDates } from '../../knowledge/language/date.ts'
import type { FactKey } from '../eligibility/document-facts.ts'
import { factsOf } from '../eligibility/facts-of.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'

type Offered = Pick<ResolvedProgramme, 'id' | 'title' | 'year' | 'factKeys' | 'facts'> & {
  criteria?: readonly { quote: string }[]
  window: Pick<ResolvedProgramme['window'], 'opens' | 'closes'>
}

const isOpen = ({ window: { opens, closes } }: Offered, today: string): boolean =>
  closes >= today && (opens === undefined || opens <= today)

/** Characters of a title by which a text names it. */
const namingLength = 4

/** Whether a text holds a part of a title that no other title has. */
function isNamed(title: string, others: readonly string[], text: string): boolean {
  const parts = [...text]
    .map((_, at) => text.slice(at, at + namingLength))
    .filter((part) => part.length === namingLength)
  return parts.some((part) => title.includes(part) && !others.some((other) => other.includes(part)))
}

/** Programmes of one title, the calls of several years, that the text names by a part of it. */
function namedIn<P extends Offered>(text: string, programmes: readonly P[]): P[] {
  const titles = new Set(programmes.map(({ title }) => title))
  const named = [...titles].filter((title) => isNamed(title, [...titles.difference(new Set([title]))], text))
  return named.length === 1 ? programmes.filter(({ title }) => title === named[0]) : []
}

/** The longest part of a text that some title has, of at least so many characters. */
function longestIn(titles: readonly string[], text: string): string {
  const signs = [...text]
  const parts = signs.flatMap((_, from) =>
    signs.slice(from).map((__, more) => signs.slice(from, from + more + 1).join('')),
  )
  const found = parts.filter((part) => [...part].length >= namingLength && titles.some((title) => title.includes(part)))
  return found.sort((a, b) => b.length - a.length)[0] ?? ''
}

/** Programmes whose titles share the longest part with the text, though not they alone, where it names a year: 2025年运营中心. */
function looselyNamedIn<P extends Offered>(text: string, programmes: readonly P[], today: string): P[] {
  if (!readDates(text, { today }).some(({ year }) => programmes.some((one) => one.year === year))) return []
  const part = longestIn(
    programmes.map(({ title }) => title),
    text,
  )
  return part === '' ? [] : programmes.filter(({ title }) => title.includes(part))
}

/** Programmes for the one kind of applicants that the text speaks of; none where it speaks of several or of none. */
function forApplicantsIn<P extends Offered>(text: string, programmes: readonly P[]): P[] {
  const keys = [...new Set(programmes.flatMap(({ factKeys }) => factKeys))]
  const facts = factsOf(programmes)
  const speaksOf = (key: FactKey): boolean => facts[key]?.applicants?.some((word) => text.includes(word)) ?? false
  const spoken = keys.filter(speaksOf)
  return spoken.length === 1 ? programmes.filter(({ factKeys }) => factKeys.includes(spoken[0]!)) : []
}

/**
 * Programmes that are open and whose conditions name the applicants that the text speaks of, though nobody has written down
 * yet how these call themselves: of a call drafted from its notice.
 */
function openForApplicantsIn<P extends Offered>(text: string, programmes: readonly P[], today: string): P[] {
  const known = programmes.flatMap(({ facts }) => Object.values(facts).flatMap(({ applicants = [] }) => applicants))
  const spoken = [...new Set(known)].filter((word) => text.includes(word))
  return programmes.filter(
    (one) =>
      isOpen(one, today) && one.criteria?.some(({ quote }) => spoken.some((word) => quote.includes(word))) === true,
  )
}

/** The one programme that is open, where there is no other. */
export function onlyOpen<P extends Offered>(programmes: readonly P[], today: string): P | undefined {
  const [first, ...rest] = programmes.filter((one) => isOpen(one, today))
  return rest.length === 0 ? first : undefined
}

/** Those of the years that the text names, as far as programmes are of these years; all where it names none. */
export function ofYearsIn<P extends Offered>(
  text: string,
  programmes: readonly P[],
  all: readonly P[],
  today: string,
): P[] {
  const years = readDates(text, { today }).map(({ year }) => year)
  const known = years.filter((year) => all.some((programme) => programme.year === year))
  return programmes.filter(({ year }) => known.length === 0 || known.includes(year))
}

/** What is open goes before what is over, for whoever names no year. */
function forApplicantsOrOpen<P extends Offered>(text: string, programmes: readonly P[], today: string): P[] {
  const own = forApplicantsIn(text, programmes)
  if (own.some((one) => isOpen(one, today)) || readDates(text, { today }).length > 0) return own
  const open = openForApplicantsIn(text, programmes, today)
  return open.length > 0 ? open : own
}

/**
 * Which programme those who speak so mean: by a part of its title, or who they are, and the year. Of several the one that
 * is open, then the newest.
 *
 * @param programmes Those that can be checked.
 * @param today YYYY-MM-DD.
 * @returns Undefined where neither title nor applicant tells, or two of one year are left.
 */
export function suggestProgramme<P extends Offered>(
  text: string,
  programmes: readonly P[],
  today: string,
): P | undefined {
  const named = namedIn(text, programmes)
  const forThem = named.length > 0 ? named : forApplicantsOrOpen(text, programmes, today)
  const meant = forThem.length > 0 ? forThem : looselyNamedIn(text, programmes, today)
  const ofYears = ofYearsIn(text, meant, programmes, today)
  const open = ofYears.filter((programme) => isOpen(programme, today))
  const left = open.length > 0 ? open : ofYears
  const newest = Math.max(...left.map(({ year }) => year))
  const [first, ...rest] = left.filter(({ year }) => year === newest)
  return rest.length === 0 ? first : undefined
}
