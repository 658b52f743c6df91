import { foldWidth } from '../../../knowledge/language/clean-text.ts'
import { readFigures } from '../../../knowledge/language/figure.ts'
import { numeral } from '../../../knowledge/language/numeral-pattern.ts'
import { parseNumeral } from '../../../knowledge/language/numeral.ts'
import type { FigureFact } from '../../eligibility/fact.ts'

/**
 * A figure as it was typed, in the fact's unit. `bound` says how sure it is: the very figure, no less than it, or only
 * about it. `doubt` says what of it can be meant in two ways.
 */
export type Figure = { value: number; bound: 'exact' | 'least' | 'about'; doubt?: 'unit' | 'percent' }

const about =
  /大概|大约|大致|约|差不多|估计|可能|应该|也许|将近|接近|近|左右|上下|的样子|不到|不足|最多|至多|少于|低于|不超过|以下|以内|来(?=[件家次个万元亿])/gu
const least = /超过|至少|起码|不少于|不低于|大于|多于|高于|以上|多|余|几|\+/gu
/** No figure can be taken from these, nor from a range: 两三次, 几十件, 100到120件. */
const loose = /[好数]几|几[十百千万]|数[十百千]|成[百千]|上[百千万]|若干|不少|很多|许多|一些/u
const isRange = (text: string): boolean => readFigures(text).some(({ upTo }) => upTo !== undefined)

const opening =
  /^(?:我们|我院|我校|我单位|本院|本校|本单位|咱们|医院|学校|单位|目前|现在|截至|申报日|截止|实际|一共|总共|合计|共计|共|现有|拥有|实有|已经|已|有|是|为|达到|达|到账|到|了|嗯|那|就|[，,：:、])+/u
const closing = /(?:吧|呢|啊|了|的|哦|[。.！!，,；;])+$/u

const amount = new RegExp(`^${numeral}`, 'u')

/** Words for what is counted that people use for the fact's own. */
const counters: Record<string, string> = { 件: '件个项篇', 家: '家个所', 次: '次笔个项单宗', 个: '个件项例宗起' }

function readShare(text: string): Figure['value'] {
  if (/^(?:全部|全都|都)(?:盘点)?(?:完成|完)?了?$/u.test(text)) return 100
  if (/^一半$/u.test(text)) return 50
  return /成|^百分/u.test(text) ? parseNumeral(text, 2) : Number.NaN
}

function readPercent(text: string): Omit<Figure, 'bound'> | undefined {
  const share = readShare(text)
  if (!Number.isNaN(share)) return { value: share }
  const [digits = ''] = amount.exec(text) ?? []
  const value = parseNumeral(digits)
  const tail = text.slice(digits.length)
  if (digits === '' || Number.isNaN(value) || !/^(?:%|个?百分点)?$/u.test(tail)) return undefined
  return { value, ...(tail === '' && value > 0 && value < 1 && { doubt: 'percent' as const }) }
}

/** From here on, in 万元, an amount without its unit is more likely meant in 元. */
const doubtfulWan = 100_000

function readMoney(text: string): Omit<Figure, 'bound'> | undefined {
  const [digits = ''] = amount.exec(text) ?? []
  const tail = text.slice(digits.length)
  const isInYuan = tail !== '' || /[万亿萬億]/u.test(digits)
  const value = parseNumeral(digits, isInYuan ? -4 : 0)
  if (digits === '' || Number.isNaN(value) || !/^(?:元|块|块钱|圆|元整)?$/u.test(tail)) return undefined
  return { value, ...(!isInYuan && value >= doubtfulWan && { doubt: 'unit' as const }) }
}

function readCount(text: string, { unit, label, prompt }: FigureFact): Omit<Figure, 'bound'> | undefined {
  const [digits = ''] = amount.exec(text) ?? []
  const value = parseNumeral(digits)
  const tail = text.slice(digits.length).replace(new RegExp(`^[${counters[unit] ?? unit}]`, 'u'), '')
  const isOfFact = [...tail].every((sign) => `${label}${prompt}医院`.includes(sign))
  return digits === '' || !Number.isInteger(value) || !isOfFact ? undefined : { value }
}

/** The words around a figure that don't change it are taken away; what is left begins with the figure. */
function bare(text: string, label: string): string {
  return text
    .replace(label, '')
    .replace(/近三年|2023年以来|2023年至今/u, '')
    .replace(opening, '')
    .replace(closing, '')
}

/**
 * Reads the figure that an answer to a fact states, in any width and notation: 120件, 一百二十, 120多件, 0.05亿, 八成.
 *
 * @returns Nothing where it states none that fits the fact; 'loose' where it speaks of an amount without a figure.
 */
export function readFigure(fact: FigureFact, typed: string): Figure | 'loose' | undefined {
  const folded = foldWidth(typed)
    .toLowerCase()
    .replace(/\s|人民币|rmb|[￥¥]/gu, '')
    .replace(/(?<=\d)w/gu, '万')
    .replace(/(?<!\d)\d{1,3}(?:[,，]\d{3})+(?!\d)/gu, (group) => group.replace(/[,，]/gu, ''))
  const text = bare(folded, fact.label)
  if (loose.test(text) || isRange(text)) return 'loose'
  if (fact.type !== 'percent' && /^(?:还|一[件家次个分]钱?也?|都)?(?:没有|没|无)$/u.test(text))
    return { value: 0, bound: 'exact' }
  const isAbout = text.search(about) >= 0
  const withoutAbout = text.replace(about, '')
  const isLeast = withoutAbout.search(least) >= 0
  const plain = bare(withoutAbout.replace(least, ''), fact.label)
  const readers = { percent: readPercent, number: readMoney, int: readCount }
  const figure = readers[fact.type](plain, fact)
  const most = fact.type === 'percent' ? 100 : Number.MAX_SAFE_INTEGER
  if (!figure || !(figure.value <= most)) return undefined
  return { ...figure, bound: isAbout ? 'about' : isLeast ? 'least' : 'exact' }
}
