import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import type { ValueKind } from '../../../knowledge/finding/values.ts'
import { unitAt } from '../../../knowledge/language/unit.ts'

const kinds: [ValueKind, RegExp][] = [
  ['phone', /电话|座机|传真|手机|号码|打哪个|打给谁/u],
  ['email', /邮箱|email|邮件(?:地址|发)|发到哪/u],
  ['url', /网址|网站|链接/u],
  ['address', /地址|送到哪|寄到哪|寄去哪|送哪|几号楼|几室|哪个楼|[哪几][栋幢]|[什啥]么?地方/u],
  [
    'percent',
    /百分之几|比例|占比|比重|占.{0,12}多少|增长多少|增幅|(?:涨|增长|提高|增加).{0,6}(?:多少|几)|率.{0,8}(?:多少|几|达到|门槛)|多少%/u,
  ],
  [
    'money',
    /多少(?:钱|万|元|亿)|给多少|经费.{0,6}(?:多少|上限|最高)|多少经费|多少资金|资金.{0,6}多少|金额|拿多少|最高.{0,4}多少|上限|(?<!价)值.{0,6}多少|规模|支持多少/u,
  ],
  ['year', /哪一?年|几几年/u],
  ['clock', /(?<!第)几点(?!几|数)|[上下]班时间|营业时间|开门|关门/u],
  ['duration', /多久|多长时间|时长|工期|周期/u],
  [
    'date',
    /什么时候|何时|哪一?天|几月|几号(?=前|截|之前|交|报|为止|止|、|，|在|吗|[？?。]?$)|在几号|日期|时间|截止|最晚|最迟|啥时候|时间节点|期限/u,
  ],
  ['person', /联系人|找谁|谁对接|叫什么|哪位|谁收|收件人|问谁|联系谁/u],
]

/** Measure words that are asked and written one for the other. */
const sameUnits: Record<string, string> = { 名: '[人名位]', 位: '[人名位]', 人: '[人名位]', 家: '[家所]', 所: '[家所]' }

type Asked = { kind: ValueKind; unit: string }

const howMany =
  /(?:多少|(?<![哪第])几)(?<scale>[十百千万亿]*)(?:个(?!人|月|工作日|自然日|星期|钟头|小时|年度|学期|百分点|点))?/gu
/** Measure words that people ask with and the table of units leaves to what they count. */
const others = /^[室区楼层]/u
/** A share asked for in tenths, or as what is left of a price. */
const tenths = /^[成折]/u
const scaleOfMoney = /[万亿]$/u

/** What is asked for by 多少 or 几 with the measure word behind it. */
function quantityAsked(text: string): Asked | undefined {
  for (const {
    0: { length },
    index,
    groups,
  } of text.matchAll(howMany)) {
    const rest = text.slice(index + length)
    if (tenths.test(rest)) return { kind: 'percent', unit: '' }
    const asked =
      unitAsked(rest) ?? (scaleOfMoney.test(groups?.scale ?? '') ? { kind: 'money' as const, unit: '' } : undefined)
    if (asked) return asked
  }
  return undefined
}

function unitAsked(rest: string): Asked | undefined {
  const found = unitAt(rest, 0)
  const word = found ? rest.slice(0, found.length) : (others.exec(rest)?.[0] ?? '')
  if (word === '' || word === '个' || /^名额|^点(?!数)/u.test(rest)) return undefined
  if (found?.kind === 'money' || found?.kind === 'percent') return { kind: found.kind, unit: '' }
  return { kind: 'count', unit: sameUnits[word] ?? sameUnits[found?.name ?? ''] ?? word }
}

/** What kind of value a question waits for, with the measure word for counts. */
export function readValueKind(text: string, aspects: ReadonlySet<Aspect>): Asked {
  const quantity = quantityAsked(text)
  if (quantity) return quantity
  const counted = /(件|家|次|份|人|字)数/u.exec(text)?.[1]
  if (counted) return { kind: 'count', unit: sameUnits[counted] ?? counted }
  const found = kinds.find(([, pattern]) => pattern.test(text))
  if (found) return { kind: found[0], unit: '' }
  if (/多少|几个/u.test(text)) return { kind: 'number', unit: '' }
  if (aspects.has('deadline')) return { kind: 'date', unit: '' }
  return { kind: 'text', unit: '' }
}
