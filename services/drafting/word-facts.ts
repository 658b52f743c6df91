import { shortened } from '../../knowledge/language/characters.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import type { Fact } from '../eligibility/document-facts.ts'
import lexicon from '../../knowledge/lexicon/drafting.json' with { type: 'json' }
import type { ChoiceNeed, ClaimNeed, DateNeed, FigureNeed, PlainNeed } from './need.ts'
import { ladderNamed, optionsOf } from './read-choice.ts'
import { claimed, isNegative, isVerbal, lacking } from './word-claims.ts'
import { oneOf, withoutHaving } from './words.ts'

/** Who is asked: an institution or a person. */
export type Asked = {
  isPerson: boolean
  quote: string
  title: string
  /** Whether it is asked of the firm of a person who applies. */
  isOfFirm?: boolean
}

/** Longest name of a fact, in characters. */
const longestLabel = 24

const subjectOf = ({ isPerson, isOfFirm }: Asked): string =>
  isPerson ? (isOfFirm === true ? texts.ask.firm : texts.ask.person) : texts.ask.unit

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

function claimFact(need: ClaimNeed, asked: Asked): Fact {
  const words = claimed(need)
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
        : /元$/u.test(unit) || /(?:数|量|额|率|值|面积|收入|年龄|规模|分)$|^(?:每|[年月日人户]均)/u.test(name)
          ? texts.ask.amount(when, who, name, unit)
          : isVerbal(name) ||
              /中|^(?:实际|达成|获|授权|签|申请|累计|自主|引进|培训|培育|举办|接待|带动|雇[用佣]|吸纳|吸引|招[收引]|新增|帮扶|孵化|聘[用请])/u.test(
                name,
              )
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
