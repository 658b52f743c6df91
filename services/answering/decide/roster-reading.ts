import words from '../../../knowledge/lexicon/roster-words.json' with { type: 'json' }
import { isSingle } from '../../../knowledge/language/characters.ts'
import { numeral } from '../../../knowledge/language/numeral-pattern.ts'
import { parseNumeral } from '../../../knowledge/language/numeral.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { type NamedUnit, takeUnits } from '../../roster/find-unit.ts'
import { type HeldValues, sharedStretches, valuesIn } from '../../roster/held-values.ts'
import { plainly } from '../../roster/label.ts'
import type { Roster, RosterRow } from '../../roster/roster.ts'
import { kindsAsked } from '../../roster/unit-names.ts'
import { segmentsOf } from '../understand/segment.ts'
import { tellingWords } from './roster-lists.ts'

/** A question held against the rosters of one notice. */
export type RosterReading = {
  notice: Notice
  rosters: Roster[]
  /** All rows of the notice's rosters. */
  rows: RosterRow[]
  /** The rosters that it names; none where it names none. */
  lists: Roster[]
  /** Whether it holds a part of a list's title. */
  isTitled: boolean
  /** Whether it names any, if only all of them. */
  namesLists: boolean
  units: NamedUnit[]
  values: HeldValues[]
  /** The kind of units asked for: 医院. */
  kind: string | undefined
  /** A running number asked for, and whether it is said to be one: 序号12. */
  number: { value: number; isRunning: boolean } | undefined
  /** What the notice's rosters don't account for, by runs. */
  left: string[]
  /** Single characters that it doesn't account for either: a verb, or what is left of a word. */
  stray: string[]
}

const counted = `(?:哪些|哪几(?:个|家|所)?|哪(?:个|家|所)|(?:几|多少|${numeral})(?:个|家|所)?)`
const kindPattern = `(?:${kindsAsked.join('|')})`
const kindAsked = new RegExp(
  `${counted}(${kindPattern})(?!\\p{Script=Han}*项目)|(?:^|[·，,。里中的上有])(${kindPattern})(?=(?:都|分别|各)*(?:是|有)?(?:哪|几|多少|谁|名单|呢|$))`,
  'u',
)
const running = new RegExp(`(?:子?序号?|编号|排第|第|no\\.?)(?:是|为|第)?(${numeral})(号|位|个|家|所|名)?`, 'gu')

/** Reads a text against the rosters of a notice: takes away what they account for and keeps what is left. */
export function readAgainst(rosters: Roster[], question: string): RosterReading {
  const rows = rosters.flatMap((roster) => roster.rows)
  const { notice } = rows[0]!.entry
  const titles = titlesOf(notice, rosters)
  let text = plainly(question)
  const take = (stretches: readonly string[]): void => {
    for (const stretch of stretches) text = text.split(stretch).join('·')
  }
  const { units, rest } = unitsBeside(rosterRowsOf(rows), text)
  text = rest
  const kind = kindIn(text, titles)
  if (kind) text = text.replace(kind.said, `${kind.said.slice(0, -kind.name.length)}·`)
  const values = valuesIn(rosterRowsOf(rows), text)
  // What overlaps a longer stretch is only seen when that is gone.
  take(stretchesOfValues(values, text))
  take(stretchesOfValues(values, text))
  const number = numberIn(text)
  if (number) text = text.replace(number.said, '·')
  const { lists, said } = listsIn(rosters, text)
  take(said)
  const left = leftOver(units.length > 0 ? withoutFigure(rosters, text) : text, notice, rosters, titles)
  return {
    notice,
    rosters,
    rows,
    lists: lists.length === rosters.length ? [] : lists,
    isTitled: rosters.some(({ label }) => longestShared(label.title, text) >= titleHeld),
    namesLists: lists.length > 0,
    units,
    values,
    kind: kind?.name,
    number,
    left: left.filter((run) => !isSingle(run) || /\d/u.test(run)),
    stray: left.filter((run) => isSingle(run)),
  }
}

/** The units of a text, but for those whose names are part of the value of a column that it holds whole. */
function unitsBeside(rows: RosterRow[], text: string): { units: NamedUnit[]; rest: string } {
  const whole = wholeValues(rows, text)
  const { units, rest } = takeUnits(
    rows,
    whole.reduce((left, value, at) => left.replaceAll(value, `※${at}※`), text),
  )
  return { units, rest: whole.reduceRight((left, value, at) => left.replaceAll(`※${at}※`, value), rest) }
}

function listsIn(rosters: Roster[], text: string): { lists: Roster[]; said: string[] } {
  const named = rosters.map((roster) => ({
    roster,
    said: tellingWords(roster, rosters).filter((word) => text.includes(word)),
  }))
  const lists = named.filter(({ said }) => said.length > 0).map(({ roster }) => roster)
  return { lists, said: named.flatMap(({ said }) => said) }
}

const stretchesOfValues = (held: HeldValues[], text: string): string[] =>
  held
    .flatMap(({ values }) => values.flatMap((value) => sharedStretches(plainly(value), text)))
    .sort((a, b) => b.length - a.length)

const rowsByFirst = new WeakMap<RosterRow, RosterRow[]>()

/** The same array for the same rows, so that their names are made once. */
function rosterRowsOf(rows: RosterRow[]): RosterRow[] {
  const known = rowsByFirst.get(rows[0]!)
  if (known?.length === rows.length) return known
  rowsByFirst.set(rows[0]!, rows)
  return rows
}

/** Values that a text holds from beginning to end, whose words would pass for units. */
function wholeValues(rows: RosterRow[], text: string): string[] {
  const values = new Set(
    rows.flatMap(({ roster, entry }) => roster.columns.labels.map((name) => entry.clause.cells?.[name] ?? '')),
  )
  return [...values]
    .map((value) => plainly(value).replace(/项目$/u, ''))
    .filter((value) => value.length >= 4 && text.includes(value))
    .sort((a, b) => b.length - a.length)
}

/** The kind of units asked for; 社区 is none in 哪几家社区食堂, where the list is called one of 社区食堂. */
function kindIn(text: string, titles: readonly string[]): { name: string; said: string } | undefined {
  const found = kindAsked.exec(text)
  const name = found?.[1] ?? found?.[2]
  if (!found || !name) return undefined
  const after = /^\p{Script=Han}{2}/u.exec(text.slice(found.index + found[0].length))?.[0]
  const isPart = after !== undefined && titles.some((title) => title.includes(name + after))
  return isPart ? undefined : { name, said: found[0] }
}

function numberIn(text: string): { value: number; isRunning: boolean; said: string } | undefined {
  for (const [said, written = '', measure] of text.matchAll(running)) {
    if (said.startsWith('第') && measure === undefined) continue
    const isRunning = measure === '号' || measure === '位' || /序|编号|排|no/u.test(said)
    return { value: parseNumeral(written), isRunning, said }
  }
  return undefined
}

const known = [...new Set(Object.values(words).flat())].sort((a, b) => b.length - a.length)
const knownWords = new RegExp(
  `${known.filter((word) => !isSingle(word)).join('|')}`.replace('|名单|', '|(?<![黑白红])名单|'),
  'gu',
)
const particles = new Set(known.filter(isSingle))
/** Characters of a list's title by which it is spoken of. */
const titleHeld = 4
/** Characters from which on a stretch shared with the notice's title only says which notice is meant. */
const titleStretch = 3

/** What a notice and its lists are called. */
const titlesOf = (notice: Notice, rosters: Roster[]): string[] => [
  plainly(notice.title),
  plainly(notice.shortTitle),
  ...rosters.map(({ label }) => plainly(label.title)),
]

const longestShared = (title: string, text: string): number => sharedStretches(plainly(title), text)[0]?.length ?? 0

/** Largest or smallest, which a list with figures tells. */
const superlative = /最[多少大小高低长短]/gu
/** What people say of themselves before they ask. */
const background = /(?:^|[,，。;；])我们?(?:是|在|这边)[^,，。;；?？]*(?=[,，。;；])/gu

/** 「北塘食堂有多少座位」 asks for the only figure that its row gives, whatever the column is called. */
const withoutFigure = (rosters: Roster[], text: string): string =>
  rosters.every(({ columns }) => columns.figures.length === 1)
    ? text.replace(/(?:多少|几)[个张只]?\p{Script=Han}{1,2}/gu, '·')
    : text

function leftOver(text: string, notice: Notice, rosters: Roster[], titles: readonly string[]): string[] {
  const headers = rosters.flatMap(({ columns, label }) => [
    label.title,
    columns.unit,
    columns.number ?? '',
    ...columns.shown,
  ])
  let rest = text
    .replace(background, '·')
    .replace(new RegExp(`(?:${notice.year}|${String(notice.year).slice(2)})年?度?(?:\\d+月)?`, 'gu'), '·')
  for (const title of titles)
    for (const stretch of sharedStretches(title, rest))
      if (stretch.length >= titleStretch) rest = rest.split(stretch).join('·')
  for (const header of headers)
    for (const stretch of sharedStretches(plainly(header), rest)) rest = rest.split(stretch).join('·')
  if (rosters.some(({ columns }) => columns.figures.length > 0)) rest = rest.replace(superlative, '·')
  rest = rest.replace(new RegExp(`(?<!第)${numeral}(?:个|家|所|类|项|名|位)`, 'gu'), '·').replace(knownWords, '·')
  return unread(rest, titles)
}

/**
 * The words of a text that are no particles and in no title, joined where they follow each other as the parts of a name do.
 */
function unread(text: string, titles: readonly string[]): string[] {
  const isTitled = (word: string): boolean => !isSingle(word) && titles.some((title) => title.includes(word))
  const found: string[] = []
  let run = ''
  for (const segment of [...segmentsOf(text), '·']) {
    const isWord =
      /^[\p{L}\p{N}]+$/u.test(segment) && ![...segment].every((sign) => particles.has(sign)) && !isTitled(segment)
    if (!isWord && run !== '') found.push(run)
    run = isWord ? run + segment : ''
  }
  return found
}
