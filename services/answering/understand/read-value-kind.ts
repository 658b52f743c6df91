import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import type { ValueKind } from '../../../knowledge/finding/values.ts'

const kinds: [ValueKind, RegExp][] = [
  ['phone', /电话|座机|传真|手机|号码|打哪个|打给谁/u],
  ['email', /邮箱|email|邮件(?:地址|发)|发到哪/u],
  ['url', /网址|网站|链接/u],
  ['address', /地址|送到哪|寄到哪|寄去哪|送哪|几号楼|几室|哪个楼|哪栋/u],
  [
    'percent',
    /百分之几|比例|占比|比重|占.{0,12}多少|增长多少|增幅|(?:涨|增长|提高|增加).{0,6}(?:多少|几)|率.{0,8}(?:多少|几|达到|门槛)|多少%/u,
  ],
  [
    'money',
    /多少(?:钱|万|元|亿)|给多少|经费.{0,6}(?:多少|上限|最高)|多少经费|多少资金|资金.{0,6}多少|金额|拿多少|最高.{0,4}多少|上限|值.{0,6}多少|规模|支持多少/u,
  ],
  ['year', /哪一?年|几几年/u],
  [
    'date',
    /什么时候|何时|哪一?天|几月|几号(?=前|截|之前|交|报|为止|止|、|，|在|吗|[？?。]?$)|在几号|日期|时间|截止|最晚|最迟|啥时候|时间节点|期限/u,
  ],
  ['person', /联系人|找谁|谁对接|叫什么|哪位|谁收|收件人|问谁|联系谁/u],
]

/** Measure words that are asked and written one for the other. */
const sameUnits: Record<string, string> = { 名: '[人名位]', 位: '[人名位]', 人: '[人名位]', 家: '[家所]', 所: '[家所]' }

/** What kind of value a question waits for, with the measure word for counts. */
export function readValueKind(text: string, aspects: ReadonlySet<Aspect>): { kind: ValueKind; unit: string } {
  const count =
    /(?:多少|(?<!哪)几)(?:个)?(件|家|次|份|项|所|人|名(?!额)|年|类|室|字|条|位|区|楼|个?工作日|天|日|小时|轮|场|篇|页|分|张|套|岁|批)/u.exec(
      text,
    )
  const counted = /(件|家|次|份|人|字)数/u.exec(text)?.[1]
  if (!count && counted) return { kind: 'count', unit: sameUnits[counted] ?? counted }
  if (count) return { kind: 'count', unit: sameUnits[count[1] ?? ''] ?? count[1] ?? '' }
  const found = kinds.find(([, pattern]) => pattern.test(text))
  if (found) return { kind: found[0], unit: '' }
  if (/多少|几个/u.test(text)) return { kind: 'number', unit: '' }
  if (aspects.has('deadline')) return { kind: 'date', unit: '' }
  return { kind: 'text', unit: '' }
}
