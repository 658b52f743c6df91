import { foldWidth } from '../../../knowledge/language/clean-text.ts'
import { numeral } from '../../../knowledge/language/numeral-pattern.ts'
import { parseNumeral } from '../../../knowledge/language/numeral.ts'
import type { FigureFact } from '../../eligibility/document-facts.ts'
import { reported } from './claim-words.ts'
import { type Exact, type Figure, readSpan } from './read-span.ts'

/** No figure can be taken from these. */
const loose = /若干|不少|很多|许多|一些|成百|上千|大几/u

const opening =
  /^(?:我们|我院|我校|我单位|本院|本校|本单位|咱们|阿拉|医院|学校|单位|目前|现在|截至|截止|申报日|(?:今年|去年|本月|上个?月)[底末初]?|为止|实际|一共|总共|合计|共计|拢共|共|现有|拥有|实有|已经|已|有|是|为|达到|达|到账|到|了|嗯|呃|那|就|个|按|科研处|财务处?|院办|系统|平台|网上|后台|里面?|上面?|中|显示|写|查|统计|登记|说|的|数|专利|加起来|加在一起|总数|[，,：:、])+/u
const closing = /(?:整|正好|刚好|吧|呢|啊|呀|哦|了|的|额|[。.！!，,；;…])+$/u

const amount = new RegExp(`^${numeral}`, 'u')

/** Words for what is counted that people use for the fact's own. */
const counters: Record<string, string> = { 件: '件个项篇', 家: '家个所', 次: '次笔个项单宗', 个: '个件项例宗起' }

function readShare(text: string): number {
  if (/^(?:全部|全都|都|全)(?:盘点|盘|做|弄|填)?(?:完成|完|好)?了?$/u.test(text)) return 100
  if (/^一半$/u.test(text)) return 50
  return /成|^百分/u.test(text) ? parseNumeral(text, 2) : Number.NaN
}

function readPercent(text: string): Exact | undefined {
  const share = readShare(text)
  if (!Number.isNaN(share)) return { value: share }
  const [digits = ''] = amount.exec(text) ?? []
  const value = parseNumeral(digits)
  const tail = text.slice(digits.length)
  if (digits === '' || Number.isNaN(value) || !/^(?:%|个?百分点|个?点)?$/u.test(tail)) return undefined
  return { value, ...(tail === '' && value > 0 && value < 1 && { doubt: 'percent' as const }) }
}

/** From here on, in 万元, an amount without its unit is more likely meant in 元. */
const doubtfulWan = 100_000

function readMoney(text: string): Exact | undefined {
  const [digits = ''] = amount.exec(text) ?? []
  const tail = text.slice(digits.length)
  const isInYuan = tail !== '' || /[万亿萬億]/u.test(digits)
  const value = parseNumeral(digits, isInYuan ? -4 : 0)
  if (digits === '' || Number.isNaN(value) || !/^(?:元|块|块钱|圆|元整)?$/u.test(tail)) return undefined
  return { value, ...(!isInYuan && value >= doubtfulWan && { doubt: 'unit' as const }) }
}

/** An amount in any other unit: 2000平方米, 300万美元, 3000000美元. */
function readMeasure(text: string, { unit }: FigureFact): Exact | undefined {
  const [, scale = '', base = ''] = /^([万亿]?)(.*)$/u.exec(unit) ?? []
  const [digits = ''] = amount.exec(text) ?? []
  const tail = text.slice(digits.length)
  const isInBase = tail !== '' || /[万亿萬億]/u.test(digits)
  const value = parseNumeral(digits, isInBase ? { 万: -4, 亿: -8 }[scale] : 0)
  return digits === '' || Number.isNaN(value) || !base.startsWith(tail) ? undefined : { value }
}

function readCount(text: string, { unit, label, prompt }: FigureFact): Exact | undefined {
  const [digits = ''] = amount.exec(text) ?? []
  const value = parseNumeral(digits)
  const tail = text
    .slice(digits.length)
    .replace(new RegExp(`^(?:${RegExp.escape(unit)}|[${counters[unit] ?? RegExp.escape(unit)}])`, 'u'), '')
  const isOfFact = [...tail].every((sign) => `${label}${prompt}医院`.includes(sign))
  return digits === '' || !Number.isInteger(value) || !isOfFact ? undefined : { value }
}

/** The words around a figure that don't change it are taken away; what is left begins with the figure. */
const bare = (text: string, names: readonly string[]): string =>
  names
    .reduce((rest, name) => rest.replace(name, ''), text)
    .replace(/近三年|2023年以来|2023年至今/u, '')
    .replace(reported, '')
    .replace(opening, '')
    .replace(closing, '')

const none = /^(?:还|一[件家次个分]钱?也?|一[件家次个]都|都)?(?:没有|没|无|呒没)(?:过)?$/u

/** Whether somebody says that there is nothing of what is counted: 没有, 没有发明专利, 没有交易过. */
function saysNone(text: string, { label, prompt, type }: FigureFact): boolean {
  if (type === 'percent') return false
  const [denial = '', rest = ''] = /^(没有|没|无)(.*)$/u.exec(text)?.slice(1) ?? []
  const isOfFact = denial !== '' && [...rest].every((sign) => `${label}${prompt}过了的`.includes(sign))
  return none.test(text) || isOfFact
}

/**
 * Reads the figure that an answer to a fact states, in any width and notation: 120件, 一百二十, 120多件, 0.05亿, 八成, 两三百件.
 *
 * @returns Nothing where it states none that fits the fact; 'loose' where it speaks of an amount without a figure.
 */
export function readFigure(fact: FigureFact, typed: string): Figure | 'loose' | undefined {
  const folded = foldWidth(typed)
    .toLowerCase()
    .replace(/\s|人民币|rmb|[￥¥]/gu, '')
    .replace(/(?<=\d)。(?=\d)/gu, '.')
    .replace(/(?<=\d)w/gu, '万')
    .replace(/(?<!\d)\d{1,3}(?:[,，]\d{3})+(?!\d)/gu, (group) => group.replace(/[,，]/gu, ''))
  const names = [fact.label, ...(fact.spokenAs ?? [])]
  const text = bare(folded, names)
  if (loose.test(text)) return 'loose'
  if (saysNone(text, fact) || saysNone(folded.replace(opening, '').replace(closing, ''), fact)) return { value: 0 }
  const readers = { percent: readPercent, number: fact.unit === '万元' ? readMoney : readMeasure, int: readCount }
  const readExact = (part: string): Exact | undefined => {
    const figure = readers[fact.type](bare(part, names), fact)
    const most = fact.type === 'percent' ? 100 : Number.MAX_SAFE_INTEGER
    return figure && figure.value <= most ? figure : undefined
  }
  return readSpan(fact, text, readExact)
}
