import { shortened } from '../../knowledge/language/characters.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import type { Fact } from '../eligibility/document-facts.ts'
import lexicon from '../../knowledge/lexicon/drafting.json' with { type: 'json' }
import type { ChoiceNeed, ClaimNeed, DateNeed, FigureNeed, PlainNeed } from './need.ts'
import { ladderNamed, optionsOf } from './read-choice.ts'
import { oneOf, withoutHaving } from './words.ts'

/** Who is asked: an institution or a person. */
export type Asked = { isPerson: boolean; quote: string; title: string }

/** Longest name of a fact, in characters. */
const longestLabel = 24

const subjectOf = ({ isPerson }: Asked): string => (isPerson ? texts.ask.person : texts.ask.unit)

/** A label in whose words nothing is left of how they were said. */
/** 系统中的“发明专利产业化率”: what stands in quotation marks at the end is its name. */
const named = (text: string): string => /的“(?<name>[^”]+)”$/u.exec(text)?.groups?.['name'] ?? text

export const labelOf = (text: string): string =>
  shortened(
    withoutHaving(
      named(text.replace(/[（(][^（）()]{6,}[）)]/gu, '')).replace(/^(?:为|是|属于|须|应)(?=\p{Script=Han}{2})/u, ''),
    )
      .replace(/[“”]/gu, '')
      .replace(/的$/u, ''),
    longestLabel,
  )

const shared = (asked: Asked, pace: keyof typeof texts.paceNotes) => ({
  why: texts.why(asked.title),
  pace,
  paceNote: texts.paceNotes[pace],
})

const nature = new RegExp(oneOf(lexicon.ownNature), 'u')
const rules = new RegExp(oneOf(lexicon.ownRules), 'u')
const paceOf = (text: string) => (rules.test(text) ? 'soon' : nature.test(text) ? 'fixed' : 'slow')

/** 是否 goes before a verb. */
const isVerbal = (text: string): boolean =>
  /^(?:为|是|属于|具有|具备|拥有|建有|设有|建立|设立|配备|有(?!效|关|限)|能够|能|完成|取得|获得|通过|形成|开展|从事|承担|参与|实施|制定|注册|登记|在|与|持有|持|缴纳|签订|符合|满足|达到|纳入|入选|列入|入驻|依法|同意|愿意|服务|遵守|热爱|拥护|享有|按时|按期|已|连续|近|积极)/u.test(
    text,
  )

const isNegative = (text: string): boolean => /没有|未|无|不/u.test(text)
/** 近三年, 2023年以来: what stands before the words of a claim. */
const timed =
  /^(?<time>(?:截至申报日|(?:最?近|过去)[\p{Script=Han}\d]{1,3}年[来内]?(?:以来)?|上一?年度?|20\d\d年(?:度|以来)?|申报前[\p{Script=Han}\d]{1,3}年内?)，?)?(?<rest>.+)$/u

/** What must hold, from words that tell what must not. */
export function deniedWords(text: string): string {
  const { time = '', rest = text } = timed.exec(text)?.groups ?? {}
  if (/^(?:存在|有(?!效|限))/u.test(rest)) return `${time}没有${rest.replace(/^(?:存在|有)/u, '')}`
  if (/^(?:被|受到?|曾|发生|处于|列入|参与|拖欠|违反|弄虚作假|提供虚假|重复|恶意|逾期|骗取|已)/u.test(rest))
    return `${time}没有${rest.replace(/^(?:曾|已)(?=\p{Script=Han}{2})/u, '')}`
  return texts.notIn(text)
}

/** The contrary of what must hold, as it is said of who lacks it. */
function lacking(need: string): string {
  const { time = '', rest = need } = timed.exec(need)?.groups ?? {}
  const swaps: [RegExp, string][] = [
    [/^没有(?=受|发生|被|享受|违|列入|因|参与|拖欠|出现)/u, ''],
    [/^(?:没有|无|不存在)/u, '有'],
    [/^未/u, '曾'],
    [/^不属于/u, '属于'],
    [/^(?:具有|具备|拥有|建有|设有|有|持有)/u, '没有'],
    [/^(?:为|是|属于)/u, '不是'],
    [/^(?:能够|能)/u, '不能'],
    [/^在(?=.*(?:注册|登记|设立))/u, '没有在'],
    [/^在/u, '不在'],
    [/^(?=服务|完成|取得|获得|通过|形成|开展|承担|建立|制定|设立|配备|缴纳|签订|入选|列入|纳入|被)/u, '没有'],
  ]
  const swap = swaps.find(([pattern]) => pattern.test(rest))
  return swap
    ? `${time}${rest.replace(swap[0], swap[1]).replace(/^(没有\p{Script=Han}{2})了/u, '$1')}`
    : texts.notThis(need)
}

function claimFact(need: ClaimNeed, asked: Asked): Fact {
  const words = need.isDenied ? deniedWords(need.text) : need.text
  const said = words.replace(/^为(?=\p{Script=Han})/u, '是')
  const ask = isNegative(words) ? texts.ask.denial : isVerbal(words) ? texts.ask.whether : texts.ask.claim
  return {
    type: 'bool',
    label: labelOf(words),
    prompt: ask(
      /^(?:项目|产品|申报|所在|法定|负责人|\d)/u.test(said) ? '' : subjectOf(asked),
      ask === texts.ask.whether ? words : said,
    ),
    help: texts.help.quote(asked.quote),
    ...shared(asked, paceOf(words)),
    need: words,
    yes: said,
    no: lacking(said),
  }
}

function figureFact({ metric, measured = '', unit, type, limits, context }: FigureNeed, asked: Asked): Fact {
  const when = measured === '' ? '' : `${measured}，`
  const who = /^(?:项目|产品|负责人|年龄)/u.test(metric) && !asked.isPerson ? '' : subjectOf(asked)
  const limit = limits.atLeast ?? limits.moreThan ?? limits.atMost ?? limits.lessThan ?? 1
  const name = metric.replace(/[“”]/gu, '')
  const ask =
    type === 'percent' || unit === '%'
      ? texts.ask.share(when, who, name)
      : /年|月|日|季度|学期/u.test(unit)
        ? texts.ask.period(`${when}${who}`, name, unit === '月' ? '个月' : unit)
        : /元$/u.test(unit) || /(?:数|量|额|率|值|面积|收入|年龄|规模|分)$/u.test(name)
          ? texts.ask.amount(when, who, name, unit)
          : isVerbal(name) || /中|^(?:实际|达成|获|授权|签|申请|累计|自主|引进|培训|培育|举办)/u.test(name)
            ? texts.ask.figure(when, who, name, unit === '人' ? '名' : unit)
            : texts.ask.count(when, who, name, unit === '人' ? '名' : unit)
  const about = context === undefined ? '' : texts.help.context(context)
  const example = type === 'percent' ? texts.help.share : texts.help.figure(String(limit))
  return {
    type,
    label: labelOf(`${/^截至/u.test(measured) ? '' : measured}${metric}`),
    prompt: ask,
    help: `${texts.help.quote(asked.quote)}${about}${example}`,
    ...shared(asked, 'slow'),
    unit,
  }
}

const dateFact = ({ event }: DateNeed, asked: Asked): Fact => ({
  type: 'date',
  label: texts.dateLabel(event),
  prompt: texts.ask.date(subjectOf(asked), event),
  help: `${texts.help.quote(asked.quote)}${texts.help.date}`,
  ...shared(asked, 'fixed'),
})

function choiceFact({ ladder: name, subject = '' }: ChoiceNeed, asked: Asked): Fact {
  const ladder = ladderNamed(name)
  return {
    type: 'choice',
    label: `${subject}${ladder.label}`,
    prompt: texts.ask.choice(subject === '' ? subjectOf(asked) : subject, ladder.label),
    help: texts.help.quote(asked.quote),
    ...shared(asked, 'fixed'),
    options: optionsOf(ladder).map((one) => ({ value: one, label: one })),
  }
}

/** A need as a fact that an applicant can be asked. */
export function factOf(need: PlainNeed, asked: Asked): Fact {
  if (need.kind === 'claim') return claimFact(need, asked)
  if (need.kind === 'figure') return figureFact(need, asked)
  return need.kind === 'date' ? dateFact(need, asked) : choiceFact(need, asked)
}
