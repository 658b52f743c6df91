import { bareSurnames } from './bare-surnames.ts'
import { composedNames } from './find-composed-names.ts'
import type { Finding } from '../finding.ts'
import {
  behindOffice,
  beginning,
  belongings,
  called,
  given,
  changing,
  doneFor,
  introducing,
  likely,
  pair,
  sure,
  titled,
  titles,
} from './name-cues.ts'
import { entryNames } from './entries.ts'
import { latinNames } from './latin-names.ts'
import { ownNames } from './own-names.ts'
import { led, type Span } from './led-names.ts'
import { isName, isOther, isSurname, wordLike } from './name-signs.ts'
import { weighedNames } from './weighed-names.ts'
import { isWord, wordBounds } from './word-bounds.ts'

/** Finds names of persons by what stands around them. @param text A folded text. */
export function findNames(text: string): Finding[] {
  const bounds = keptBounds(text)
  const spans = [
    ...led(text, sure, bounds, true),
    ...led(text, likely, bounds, false),
    ...led(text, introducing, bounds, false),
    ...led(text, titled, bounds, false),
    ...led(text, changing, bounds, false),
    ...led(text, doneFor, bounds, false),
    ...pairs(text),
    ...led(text, behindOffice, bounds, false),
    ...calledSo(text),
    ...followed(text, titles, bounds, true),
    ...followed(text, belongings, bounds, false),
    ...besideContacts(text, bounds),
    ...matching(text, latinNames),
    ...matching(text, ownNames),
    ...bareSurnames(text),
    ...composedNames(text),
    ...entryNames(text),
    ...weighedNames(text, bounds),
  ]
  return spans.map(([start, end]) => ({ kind: 'name', start, end, key: text.slice(start, end).replace(/\s/gu, '') }))
}

/** Cut into words only where something is asked of it. */
function keptBounds(text: string): () => ReadonlySet<number> {
  let bounds: ReadonlySet<number> | undefined
  return () => (bounds ??= wordBounds(text))
}

function pairs(text: string): Span[] {
  return [...text.matchAll(pair)].flatMap(({ groups, index }): Span[] => {
    const { one = '', other = '' } = groups ?? {}
    const starts = [...one].map((_, at) => at).filter((at) => isName([...one].slice(at)) && one.length - at > 1)
    const [at] = starts
    if (at === undefined || !isName([...other]) || isWord(one.slice(at)) || isWord(other)) return []
    const next = index + one.length + 1
    return [
      [index + at, index + one.length],
      [next, next + other.length],
    ]
  })
}

/** How far from a name what belongs to its person may stand. */
const near = 22

function besideContacts(text: string, bounds: () => ReadonlySet<number>): Span[] {
  if (!text.includes('\0')) return []
  const isNear = ([start, end]: Span) => text.slice(Math.max(0, start - near), end + near).includes('\0')
  return [...led(text, beginning, bounds, false), ...led(text, given, bounds, false)].filter(isNear)
}

function calledSo(text: string): Span[] {
  return [...text.matchAll(called)].flatMap(({ groups, 0: whole, index }): Span[] => {
    const { name = '' } = groups ?? {}
    const start = index + whole.length - name.length
    if (!isSurname(name) || (wordLike.has(name) && whole.startsWith('我是'))) return []
    return [[start, start + name.length]]
  })
}

/** Names before a title or a belonging. */
function followed(text: string, behind: RegExp, bounds: () => ReadonlySet<number>, mayBeSurname: boolean): Span[] {
  return [...text.matchAll(behind)].flatMap(({ index }): Span[] => {
    const before = [...text.slice(Math.max(0, index - 8), index)]
    const longest = before.length
    for (let length = Math.min(4, longest); length >= (mayBeSurname ? 1 : 2); length--) {
      const signs = before.slice(longest - length)
      const name = signs.join('')
      const start = index - name.length
      if (isName(signs) && beginsThere(text, start, bounds) && !isOther(text, start, name, index))
        return [[start, index]]
    }
    return []
  })
}

const beginsThere = (text: string, start: number, bounds: () => ReadonlySet<number>): boolean =>
  start === 0 || !/\p{Script=Han}$/u.test(text.slice(Math.max(0, start - 2), start)) || bounds().has(start)

const matching = (text: string, patterns: readonly RegExp[]): Span[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: name, index }): Span => [index, index + name.length]),
  )
