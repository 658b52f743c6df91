import { type Approximate, valueOf } from '../../eligibility/approximate.ts'
import type { FigureFact } from '../../eligibility/document-facts.ts'

/** A figure as it was typed, in the fact's unit. `doubt` says what of it can be meant in two ways; `said` how it is not exact. */
export type Figure = { value: number; doubt?: 'unit' | 'percent'; said?: Approximate }

/** A figure that is just what was said. */
export type Exact = Omit<Figure, 'said'>
type ReadExact = (text: string) => Exact | undefined

/** What bounds a figure, by the words before or behind it; the first that is found counts. */
const bounds: [RegExp, Approximate['as']][] = [
  [/不到|没到|没有到|未到|不足|少于|低于|不满|未满/u, 'below'],
  [/将近|接近|快要?(?=[\d一二三四五六七八九十两百])|(?<!最)近(?=[\d一二三四五六七八九十两百])/u, 'nearly'],
  [/最多|至多|顶多|不超过|不多于|以下|以内/u, 'atMost'],
  [/大概|大约|大致|约为?|差不多|估计|可能|应该|也许|左右|上下|的样子|来(?=[件家次个万元亿]|$)/u, 'about'],
  [/超过|大于|多于|高于/u, 'moreThan'],
  [/至少|起码|最少|不少于|不低于|以上|\+|^上(?=[百千万])/u, 'atLeast'],
  [/(?<=[\d十百千万亿廿%成])[多余几]|(?<=[\d十百千万亿廿成])好几|有余|出头|挂零|开外/u, 'over'],
]

const digits = '一二三四五六七八九'
const pair =
  /(?<!点[〇零一二三四五六七八九]*)([一二两三四五六七八])([二三四五六七八九])(?![〇零一二三四五六七八九点成])/u
const joined = /^(.+?)(?:到|至|-|~|～|—|–)(.+)$/u
const several = /(?:好几|[几数])(?=[十百千万亿件家次个笔项单宗%成])/u
const scaled = /[万亿]|[万亿]?元|%$/u

/** A figure with its bound, of exact ones at its ends: 两三百件, 100到120件, 几十件, 大概120件, 一百多件, 不到一百. */
export function readSpan(fact: FigureFact, text: string, readExact: ReadExact): Figure | undefined {
  return readEnds(fact, text, readExact) ?? readBounded(fact, text, readExact)
}

function readEnds(fact: FigureFact, text: string, readExact: ReadExact): Figure | undefined {
  const ends = endsOf(text)
  const [from, to] = ends.map(readExact)
  if (!from || !to || from.value >= to.value) return undefined
  const said: Approximate = { as: 'range', value: from.value, upTo: to.value }
  const doubt = from.doubt ?? to.doubt
  return { value: valueOf(fact, said), said, ...(doubt && { doubt }) }
}

/** The two figures that a text speaks of as one: 两百件 and 三百件 of 两三百件. */
function endsOf(text: string): string[] {
  const plain = text.replace(/大概|大约|约为?|差不多|估计|可能|左右|的样子|上下/gu, '')
  const [, before, behind] = joined.exec(plain) ?? []
  if (before !== undefined && behind !== undefined) {
    const scale = scaled.test(before) ? '' : (/[万亿]元?$|元$|%$|[件家次个]$/u.exec(behind)?.[0] ?? '')
    return [`${before}${scale}`, behind]
  }
  const twice = pair.exec(plain)
  if (twice && isNext(twice[1]!, twice[2]!)) return [plain.replace(pair, '$1'), plain.replace(pair, '$2')]
  return several.test(plain) && !/[十百千万]几/u.test(plain)
    ? [plain.replace(several, '二'), plain.replace(several, '九')]
    : []
}

const place = (digit: string): number => digits.indexOf(digit.replace('两', '二'))
const isNext = (one: string, other: string): boolean => place(other) === place(one) + 1 || `${one}${other}` === '三五'

function readBounded(fact: FigureFact, text: string, readExact: ReadExact): Figure | undefined {
  const [, as] = bounds.find(([pattern]) => pattern.test(text)) ?? []
  const plain = bounds.reduce((rest, [pattern]) => rest.replace(new RegExp(pattern.source, 'gu'), ''), text)
  const exact = readExact(plain)
  if (!exact || as === undefined) return exact
  const said: Approximate = { as, value: exact.value }
  return { ...exact, value: valueOf(fact, said), said }
}
