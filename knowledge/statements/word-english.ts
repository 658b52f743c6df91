import { parseNumeral } from '../language/numeral.ts'
import frames from '../lexicon/statement-frames.json' with { type: 'json' }
import glossary from '../lexicon/metrics-english.json' with { type: 'json' }
import words from '../lexicon/statement-words.json' with { type: 'json' }
import type { StatedDate, StatedFigure, Statement } from './statement.ts'
import { holdsForPart, wordChinese } from './word-chinese.ts'
import { findModal } from './words.ts'

const { bounds, edges, kinds, units, perUnits } = frames.en as {
  bounds: Record<string, string>
  edges: Record<string, string>
  kinds: Record<string, string>
  units: Record<string, string>
  perUnits: Record<string, string>
}
const known = glossary as Record<string, string>
const months = 'January February March April May June July August September October November December'.split(' ')

/** 150 billion, 3.5 million, 200,000. */
function large(value: number): string {
  for (const [size, name] of [
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const)
    if (value >= size && Number.isInteger((value / size) * 100)) return `${plainNumber(value / size)} ${name}`
  return plainNumber(value)
}

const plainNumber = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 6 })

/** 20 %, 200,000 yuan, 15 working days; the Chinese measure word where there is no English one. */
function amount({ value, upTo, unit, kind, printed }: StatedFigure): string {
  if (kind === 'ratio') return fraction(printed)
  if (kind === 'plain') return printed
  const numbers = upTo === undefined ? large(value) : `${large(value)} to ${large(upTo)}`
  if (unit === '%') return `${numbers}%`
  if (unit === '人' && value === 1 && upTo === undefined) return '1 person'
  const word = units[unit]
  const isOne = value === 1 && upTo === undefined
  return `${numbers} ${isOne ? (word ?? unit).replace(/s(?= of|$)/u, '') : (word ?? unit)}`.trim()
}

/** 三分之二 as 2/3, 一半 as 1/2; 1:1 as it is printed. */
function fraction(printed: string): string {
  const [, lower = '', upper = ''] = /^(.+)分之(.+)$/u.exec(printed) ?? []
  return lower === '' ? printed.replace(/^(?:一半|半数)$/u, '1/2') : `${parseNumeral(upper)}/${parseNumeral(lower)}`
}

/** At most 200,000 yuan per unit. */
function figureWords(figure: StatedFigure): string {
  // 一万元以上五万元以下 is from 10,000 to 50,000, not at least that.
  const isSpan = figure.upTo !== undefined && (figure.bound === 'atLeast' || figure.bound === 'moreThan')
  const per = figure.per.map((noun) => perUnits[noun] ?? noun)
  return [isSpan ? '' : bounds[figure.bound], amount(figure), ...per.map((noun) => `per ${noun}`)]
    .filter((word) => word !== '')
    .join(' ')
}

/** Before 13 June 2025, within 15 working days. */
function dateWords({ year, month, day, edge, term, upTo, phrase, everyYear, ofYear, isEndOf }: StatedDate): string {
  if (term && term.anchor === undefined)
    return `${edges[edge]} ${plainNumber(term.value)} ${units[term.unit] ?? term.unit}`.trim()
  if (term || upTo || ofYear !== undefined) return `“${phrase}”`
  if (isEndOf === 'year') return `${edges[edge]} the end of ${year ?? 'the year'}`.trim()
  const named = [day, month === undefined ? undefined : months[month - 1], year]
    .filter((part) => part !== undefined)
    .join(' ')
  const end = isEndOf === 'month' && day === undefined ? 'the end of ' : ''
  return `${edges[edge]} ${end}${named}${everyYear ? ' every year' : ''}`.trim()
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Whether nothing but the metric and its time stands in the statement, so that both are said in English alone. */
const isBare = ({ parts, leadIn, note, hedge, subject }: Statement): boolean =>
  leadIn === undefined &&
  note === undefined &&
  hedge === undefined &&
  subject === undefined &&
  parts.every(({ role }) => role === 'rule' || role === 'time')

/** What a person has translated of a statement: what is counted, and when. */
function translated({
  verb = '',
  metric = '',
  object = '',
  measured,
}: Statement): { name: string; time: string } | undefined {
  const name = known[`${verb}${metric}${object}`] ?? (object === '' ? known[metric] : undefined)
  const time = measured === undefined ? '' : known[measured]
  return name === undefined || time === undefined ? undefined : { name, time: time === '' ? '' : ` (${time})` }
}

function inEnglish(statement: Statement): string | undefined {
  const { figure, kind } = statement
  const words = translated(statement)
  if (!figure || !words || kind === 'rate') return undefined
  const { name, time } = words
  const against = known[figure.against ?? ''] ?? figure.against
  const said = kind === 'growth' ? `up by ${figureWords(figure)} on ${against}` : figureWords(figure)
  return isBare(statement) ? `${name}: ${said}${time}.` : `${name}: ${said}${time} — “${wordChinese(statement)}”`
}

const refusals: ReadonlySet<string> = new Set(words.refusals)

const isRefusal = ({ kind, parts }: Statement): boolean =>
  kind === 'ban' && parts.some(({ role, text }) => role === 'rule' && refusals.has(findModal(text)?.word ?? ''))

const isOpposed = (modality: Statement['modality']): boolean => modality === 'must-not' || modality === 'need-not'

/** 每往返一班补助6万元: for what it is counted is in no slot. */
const isOfUnreadBase = ({ figure, parts }: Statement): boolean =>
  figure?.per.length === 0 &&
  parts.some(({ role, text }) => role === 'rule' && /每(?!年|月|日|天|届|学年|季)/u.test(text))

/** The English of a statement: from its slots where a person has translated them, else around the quoted Chinese. */
export function wordEnglish(statement: Statement): string {
  const { figure, date, kind, modality } = statement
  const own = inEnglish(statement)
  if (own !== undefined) return capital(own)
  const copies = statement.verb?.endsWith('一式') ? ' copies' : ''
  const isOpposite = isOpposed(modality)
  const said =
    figure && !isOpposite && !isOfUnreadBase(statement)
      ? `${figureWords(figure)}${copies}`
      : kind === 'deadline' && date
        ? `${kinds.deadline}: ${dateWords(date)}`
        : isRefusal(statement)
          ? kinds.refusal
          : isOpposite
            ? kinds[modality === 'must-not' ? 'ban' : 'exemption']
            : kinds[kind]
  return `${capital(said ?? kinds.item!)} — “${wordChinese(statement)}”`
}

/** The same in one phrase. */
export function leadEnglish(statement: Statement): string | undefined {
  const { figure, date, kind, hedge, modality } = statement
  const isHeld = hedge !== undefined || modality === 'may' || kind === 'rate' || kind === 'growth'
  const isAlone = !isOpposed(modality) && !isOfUnreadBase(statement) && !holdsForPart(statement)
  if (figure && !isHeld && !isAlone) return undefined
  if (figure && !isHeld) return `${capital(figureWords(figure))}.`
  return kind === 'deadline' && date ? `${capital(dateWords(date))}.` : undefined
}
