import { partsNaming, type Titled } from './title-parts.ts'

/**
 * What the words of a message that asks to be checked are: `check` means the self-check itself, `test` is testing or
 * comparing, `look` finding out at all, `may` whether somebody may apply, `own` their own unit, `help` and `wish` that it
 * is to be done. `idle` asks for nothing.
 */
const kinds = {
  check: '(?:申报)?(?:自查|自测|自评|自检|自我(?:检查|评估|测评|核对))',
  may: [
    '(?:能不能|能否|可不可以|可否|能够?|可以)(?:申报|申请|报名|报上?|参加)',
    '(?:有没有|有)资格(?:去|来)?(?:申报|申请|报名|报|参加)?',
    '(?:符不符合|是否符合|是不是符合|符合不符合|符合|满不满足|是否满足|满足|够不够(?:得上)?|够得上|够|达到)(?:条件|要求|标准|资格|格|门槛)?',
    '行不行|达不达标|达标|合不合格|合格|有没有戏|有戏|有没有希望|有没有机会',
  ].join('|'),
  own: '我们|我院|我校|本院|本校|我单位|本单位|咱们|我家',
  help: '(?:帮忙|帮)(?:我们?|咱们)?|[给替](?:我们?|咱们)',
  test: '测试|测评|评估|评测|核对|对照|比对|评判|判断|检测|测一?测|评一?评|试一?试|测|评',
  look: '查一?查|看一?看|算一?算|检查|瞧|查|看|算',
  wish: '我?(?:想要?|要|需要)',
  idle: [
    '20\\d\\d(?:年度?)?|\\d\\d年度?|现在|今年|目前|还|到底|究竟|是否|最新|不知道',
    '这[家所个]|医院|学校|大学|高校|单位|机构|中心|企业|公司|项目',
    '申报|申请|报名|报|参加|资格|条件|要求|标准|情况',
    '请问|麻烦|您好|你好|那么?|请|先|来|做|开始|进行|一[下次遍]|个|的|了|吗|么|嘛|吧|呢|呀|啊|我|下',
  ].join('|'),
} as const

type Kind = keyof typeof kinds | 'name'

const order = Object.keys(kinds) as (keyof typeof kinds)[]
const known = new RegExp(order.map((kind) => kinds[kind]).join('|'), 'uy')
const whole = order.map((kind) => [kind, new RegExp(`^(?:${kinds[kind]})$`, 'u')] as const)

/** The kinds of words that a message consists of; undefined where it says anything else. */
function kindsIn(words: string, programmes: readonly Titled[]): ReadonlySet<Kind> | undefined {
  const parts = partsNaming(words, programmes, known)
  return parts && new Set(parts.map((part): Kind => whole.find(([, pattern]) => pattern.test(part))?.[0] ?? 'name'))
}

/**
 * Whether words ask for a check of the person's own unit and for nothing else: that a programme is named is one thing, and
 * what is left of the words has to ask for the check. 2025年促进中心自查, 帮我查一下够不够格, 我想测一下.
 *
 * @param words One clause, without signs. `ofOwn`: whether the person speaks of their own unit elsewhere.
 * @returns `named` where the self-check is called by its name, `meant` where it is only meant.
 */
export function readCheckRequest(
  words: string,
  programmes: readonly Titled[],
  ofOwn = false,
): 'named' | 'meant' | undefined {
  const said = kindsIn(words, programmes)
  if (!said) return undefined
  if (said.has('check')) return 'named'
  const isAsked = said.has('help') || said.has('own') || ofOwn
  if (said.has('may'))
    return isAsked || said.has('test') || (said.has('look') && !said.has('name')) ? 'meant' : undefined
  return said.has('test') && (said.has('help') || said.has('wish') || said.has('own')) ? 'meant' : undefined
}

/** Whether words that ask for a check name a programme by a part of its title. */
export const namesProgramme = (words: string, programmes: readonly Titled[]): boolean =>
  kindsIn(words, programmes)?.has('name') === true
