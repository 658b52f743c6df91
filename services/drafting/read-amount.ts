import { figuresIn } from '../../knowledge/statements/facts.ts'
import { type ReadSegment, type ReadSentence, factsOf, sentencesOf } from './chunks.ts'
import type { DraftAmount } from './draft-amount.ts'
import { allOf, type Need } from './need.ts'
import { readProvisions } from './read-provision.ts'
import { isNoun, readApplicants } from './read-applicants.ts'
import { givesNothing } from './limits-on-money.ts'
import { eachNamed, respective } from './read-levels.ts'
import { amountIn, lowest } from './read-sum.ts'
import { sectionKindOf } from './section-words.ts'

const given = /给予|奖励|补贴|补助|资助|支持|扶持|发放|拨付|补偿|贴息|配套|奖金|经费|额度|金额|最高/u

/** 支持标准：… only says what comes. */
const isTitle = (label: string): boolean => sectionKindOf(label) !== undefined

/** 经评审入选的: said of whoever is chosen, and so of all who get anything. */
const outcome = /入选|立项|评审|评定|评为|认定|验收|符合|满足|审核|审定|批准|获批|中标|达到(?:上述|以上)/u

/** Who gets it: 对承租区内房产的企业，给予…; 研发服务类：…. */
function caseIn(sentence: ReadSentence, segment: ReadSegment): Need | undefined {
  const label = sentence.label?.text.replace(/^[（(]?[\d一二三四五六七八九十]+[）).、]?/u, '')
  if (label !== undefined && label.length <= 16 && !isTitle(label) && segment === sentence.segments[0])
    return { kind: 'claim', text: `属于${label}` }
  const told =
    /^(?:其中)?对?(?:于)?(?<told>[^，；：]{3,40}?)的，(?=(?:再|另|额外|一次性|分别|给予|奖励|补助|补贴|按|可|最高|每))/u.exec(
      segment.text,
    )?.groups?.['told']
  if (told !== undefined && (segment.text.startsWith('其中') || !outcome.test(told)))
    return allOf(readProvisions(told).map(({ need }) => need))
  const whom = /^(?:对于?|给予?)(?<who>[^；]+?)[，,]?(?=(?:经|由|按照?|给予|一次性|分别|可|最高|每|予以|采用))/u.exec(
    segment.text,
  )?.groups?.['who']
  if (
    whom === undefined ||
    /[%％]/u.test(whom) ||
    !isNoun(whom.replace(/，$/u, '')) ||
    !/的|实现|通过|获/u.test(whom) ||
    /^(?:每|项目单位|单个)/u.test(whom)
  )
    return undefined
  return readApplicants(whom.replace(/，$/u, ''))
}

export type ReadAmount = { amount: DraftAmount; start: number; end: number; text: string }

/** The amounts that a text gives, each with its words. */
export function readAmounts(text: string, start = 0): ReadAmount[] {
  const facts = factsOf(text)
  return sentencesOf(facts, start).flatMap((sentence) =>
    sentence.segments.flatMap((segment) => {
      const figures = figuresIn(facts, segment)
        .map((figure) => ({
          ...figure,
          start: figure.start - segment.start,
          end: figure.end - segment.start,
          from: figure.from - segment.start,
          to: figure.to - segment.start,
        }))
        // 同比增长超过5%的，按照…: who it is for, and not what.
        .filter(({ kind, to }) => kind !== 'percent' || !/^[^，；%]{0,2}的，/u.test(segment.text.slice(to)))
      const [first] = figures.filter(({ kind }) => kind === 'money' || kind === 'percent')
      if (
        !first ||
        givesNothing(segment.text) ||
        !given.test(segment.text) ||
        /首期|分[两二三]?期|拨付\d|有效期|资助期/u.test(segment.text)
      )
        return []
      const amount =
        lowest(segment.text, figures) ??
        respective(segment.text, figures) ??
        eachNamed(segment.text, figures) ??
        amountIn(segment.text, figures)
      if (!amount) return []
      const when = 'cases' in amount ? undefined : caseIn(sentence, segment)
      const from = segment === sentence.segments[0] ? sentence.start : segment.start
      return [
        {
          amount: when ? { when, amount } : amount,
          start: from,
          end: segment.end,
          text: text.slice(from, segment.end),
        },
      ]
    }),
  )
}
