import { keptFor } from '../../knowledge/kept.ts'
import { squeeze } from '../../knowledge/language/clean-text.ts'
import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { readMarker } from '../../knowledge/parsing/markers.ts'
import type { Amendment, PlaceStep } from './amendment.ts'
import { readPlace } from './read-place.ts'

const changes = /(?:修改|修订|调整|更改|变更|更正|改|延长|延期|推迟|顺延|提前|放宽|提高|降低)(?:成|为|至|到)/u
const removes = /删除|删去|(?:不再|停止|取消)(?:执行|作为|要求|适用)|予以取消/u
const adds = /(?:增加|新增|增设|增列)(?=[一二三四五六七八九十\d]*[条款项点目]|.{0,8}[：:“「]|.{0,12}作为)/u

type Unit = { clauses: Clause[]; above: readonly PlaceStep[] }

const count = (text: string, sign: RegExp): number => [...text.matchAll(sign)].length
const isOpen = (text: string): boolean => count(text, /[“「]/gu) > count(text, /[”」]/gu)
const textOf = ({ clauses }: Unit): string => clauses.map(ownWords).join('\n')
const ownWords = ({ quote, marker = '' }: Clause): string =>
  quote.startsWith(marker) ? quote.slice(marker.length) : quote
const announces = (text: string): boolean => /[：:]\s*$/u.test(text) && (changes.test(text) || adds.test(text))

/** Clauses that say one thing together: new words may go on over the clauses after the one that announces them. */
function unitsOf({ clauses }: Notice): Unit[] {
  const units: Unit[] = []
  const places = new Map<string, readonly PlaceStep[]>()
  for (const clause of clauses) {
    if (clause.kind === 'front' || clause.kind === 'furniture' || clause.kind === 'contact') continue
    const last = units.at(-1)
    const said = last && textOf(last)
    if (last && said !== undefined && (isOpen(said) || (announces(said) && /^\s*[“「]/u.test(ownWords(clause))))) {
      last.clauses.push(clause)
      continue
    }
    const above = places.get(clause.parent ?? '') ?? []
    const isLead = /[：:]\s*$/u.test(clause.quote) || clause.kind === 'heading'
    places.set(clause.id, isLead ? [...above, ...readPlace(ownWords(clause))] : above)
    units.push({ clauses: [clause], above })
  }
  return units
}

/** The sentences of a text; stops inside quotation marks end none. */
function sentencesOf(text: string): string[] {
  let depth = 0
  let start = 0
  const found: string[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (sign === '“' || sign === '「') depth++
    if (sign === '”' || sign === '」') depth--
    if (depth > 0 || !/[。；;]/u.test(sign)) continue
    found.push(text.slice(start, at + 1))
    start = at + 1
  }
  return [...found, text.slice(start)].map((one) => one.trim()).filter((one) => one !== '')
}

type Read = Pick<Amendment, 'kind' | 'place' | 'said' | 'before' | 'after'>

const quotedIn = (text: string): string[] =>
  [...text.matchAll(/[“「]([^”」]+)[”」]/gu)].map((match) => match[1]!.trim())

/** 将“2.甲”改为“2.乙”: the number stays, and is none of the words that change. */
function withoutNumber(before: string | undefined, after: string | undefined) {
  const [own, other] = [readMarker(before ?? ''), readMarker(after ?? '')]
  if (!own || own.raw !== other?.raw) return { before, after }
  return { before: before?.slice(own.raw.length).trim(), after: after?.slice(own.raw.length).trim() }
}

function readSentence(sentence: string, above: readonly PlaceStep[]): Read | undefined {
  const said = sentence.replace(/[“「][^”」]*[”」]/gu, (words) => '□'.repeat(words.length))
  const verb = [changes, removes, adds].map((pattern) => pattern.exec(said)).find((one) => one !== null)
  if (!verb) return undefined
  const kind = changes.test(said) ? 'changed' : removes.test(said) ? 'removed' : 'added'
  const [head, tail] = [sentence.slice(0, verb.index), sentence.slice(verb.index + verb[0].length)]
  const between = kind === 'changed' ? /(?:由|从)(?:原(?:来)?的?)?([^，,。；“「]+)$/u.exec(head)?.[1] : undefined
  const old =
    kind === 'added' ? undefined : (between ?? lastQuoted(head) ?? (kind === 'removed' ? quotedIn(tail)[0] : undefined))
  const { before, after } = withoutNumber(old, kind === 'removed' ? undefined : (quotedIn(tail)[0] ?? bare(tail)))
  const place = readPlace(before === undefined ? sentence.replace(after ?? '', '') : head.replace(before, ''))
  return {
    kind,
    place: place.length > 0 && above.length > 0 && isHigh(place[0]!) ? place : [...above, ...place],
    said: squeeze(said.replace(/□+/gu, '')),
    ...(before !== undefined && { before }),
    ...(after !== undefined && after !== '' && { after }),
  }
}

const isHigh = (step: PlaceStep): boolean => 'unit' in step && /^(?:条|章|编|、)$/u.test(step.unit)

/** The words in quotation marks right before the verb; others name a place. */
const lastQuoted = (head: string): string | undefined =>
  /[“「]([^”」]+)[”」](?:的?(?:表述|内容|规定|要求|字样))?[，,]?(?:统一|相应|均)?$/u.exec(head.trim())?.[1]?.trim()

const bare = (tail: string): string | undefined => /^[：:]?\s*([^，,。；“「\n]+)/u.exec(tail)?.[1]?.trim()

/** The clause in which words stand, for them to be quoted from. */
const holding = ({ clauses }: Unit, words: string | undefined): Clause =>
  (words !== undefined && clauses.find(({ quote }) => squeeze(quote).includes(squeeze(words.split('\n')[0]!)))) ||
  clauses[0]!

/** What a notice says it changes in others, in its order; read once for each notice. */
export const readAmendments = keptFor((notice: Notice): Amendment[] =>
  unitsOf(notice).flatMap((unit) =>
    sentencesOf(textOf(unit)).flatMap((sentence) => {
      const read = readSentence(sentence, unit.above)
      if (!read) return []
      const clause = holding(unit, read.after ?? sentence)
      const quote = clause.quote.includes(sentence) ? sentence : clause.quote
      return [{ ...read, notice: notice.id, title: notice.title, clause: clause.id, quote }]
    }),
  ),
)
