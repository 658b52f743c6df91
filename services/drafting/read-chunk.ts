import { datesIn, figuresIn } from '../../knowledge/statements/facts.ts'
import { type Facts, type Stretch, factsOf } from './chunks.ts'
import { type Need, allOf, anyOf, claim } from './need.ts'
import { figureNeed, metricOf, shareOf, timesOf } from './read-figure.ts'
import { carried, readDouble, second } from './read-double.ts'
import { sidesOf } from './sides-of.ts'
import { readChoice } from './read-choice.ts'
import { foundedFor } from './read-period.ts'
import { type Open, readWords } from './read-words.ts'
import { endsWithApplicant, endsWithBody, endsWithPerson, isGeneric, startsClaim, withoutSubject } from './words.ts'

/** What a chunk without connectives asks for. */
export function readChunk(facts: Facts, chunk: Stretch, open: Open): Need {
  const sides = sidesOf(facts, chunk)
  let needs: Need[] = []
  for (const side of sides) {
    const last = needs.at(-1)
    const time = last && 'kind' in last && last.kind === 'figure' ? last.measured : undefined
    const need = readSide(
      facts,
      side,
      side.joint === 'or' && time !== undefined ? Object.assign(open, { measured: time }) : open,
    )
    if (side.joint === 'or' && last) needs = [...needs.slice(0, -1), anyOf([last, need])!]
    else needs.push(need)
  }
  return allOf(needs)!
}

function readSide(facts: Facts, side: Stretch, open: Open): Need {
  // 近两届毕业生 counts nothing.
  const figures = figuresIn(facts, side).filter(({ start }) => facts.text[start - 1] !== '近')
  const [figure] = figures
  const isBare = figure?.bound === 'exactly' && figure.upTo === undefined
  if (
    !figure ||
    figures.length > 1 ||
    figure.kind === 'ratio' ||
    (isBare && /(?:前|第|排名)$/u.test(facts.text.slice(side.start, figure.start))) ||
    /限[报推申]|(?:只能|仅能|仅可|只可|最多可?)(?:申报|申请|推荐)/u.test(side.text) ||
    (isBare && (figure.value === 1 || figure.kind === 'duration')) ||
    /^(?:的个人|的单位|单位|个人)/u.test(facts.text.slice(figure.to))
  )
    return readWords(facts, side, open)
  const before = facts.text.slice(side.start, figure.from)
  const behind = facts.text.slice(figure.to, side.end)
  // 30艘次以上, 5万人时: counted in a unit of two.
  const double = second.exec(behind)?.[0] ?? ''
  if (double !== '' && carried.test(figure.unit))
    return readDouble(facts, side, open, { figure, before, double, after: behind.slice(double.length) })
  const after = behind
  const date = datesIn(facts, side).find(
    ({ to, isRecent, year, term, edge }) =>
      to <= figure.from &&
      (isRecent === true || year !== undefined || (term?.anchor === undefined && edge === 'within')),
  )
  const time = date && date.from - side.start <= 6 ? facts.text.slice(date.from, date.to) : undefined
  const untimed =
    time === undefined ? before : before.replace(new RegExp(`${escaped(time)}(?:来|内|期间|间)?(?:的)?`, 'u'), '')
  const { subject, rest } = withoutSubject(untimed)
  if (subject !== '') open.subject = subject
  return figureWithWords(facts, side, open, { figure, words: rest, after, time, subject })
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)

type Read = {
  figure: ReturnType<typeof figuresIn>[number]
  words: string
  after: string
  time: string | undefined
  subject: string
}

function figureWithWords(facts: Facts, side: Stretch, open: Open, { figure, words, after, time, subject }: Read): Need {
  const founded = foundedFor(words, figure, open.measured)
  const whose = subject || (isSomebodys(words, open) ? open.subject : '')
  if (founded) {
    const place = words.replace(/(?:时间|年限)?(?:均|应|须|需|为|在|已)*$/u, '')
    return allOf([...(/^[在于经依]/u.test(place) && place.length > 4 ? [claim(place)] : []), founded])!
  }
  // 依法登记注册并实际运营满一年: what comes before 并 is asked for by itself.
  const [, own, rest] = /^(.*(?:注册|登记|成立|设立|认定|资格|资质))(?:并且|并|且)(.{2,})$/u.exec(words) ?? []
  // 持续经营2年以上的服务机构: who does so is told behind the figure.
  const who = /^(?:以上|（含）)*的(?<who>[^的]{2,})$/u.exec(after)?.groups?.['who']
  const isWhose = who !== undefined && (rest ?? words).length > 1 && endsWithApplicant.test(who)
  if (who !== undefined && /或/u.test(words) && (!isWhose || startsClaim.test(words)))
    return readWords(facts, side, open)
  // 具有大专以上学历、毕业不满五年: a level and a figure.
  const [level = '', counted, ...more] = words.split('、')
  const choice = counted === undefined || more.length > 0 ? undefined : readChoice(level)
  if (choice)
    return allOf([choice, figureWithWords(facts, side, open, { figure, words: counted!, after, time, subject })])!
  const stated = metricOf(rest ?? words, isWhose ? '' : after, figure.kind === 'duration')
  const named = stated === '' && figure.unit === '周岁' && endsWithPerson.test(whose) ? '年龄' : stated
  // 民族地区学校不低于50%: of these, what was counted before.
  const isTheirs =
    endsWithBody.test(named) &&
    open.metric !== '' &&
    !heads.test(figure.unit) &&
    (open.kind ?? figure.kind) === figure.kind
  if (isTheirs) {
    const phrase = facts.text.slice(figure.from, figure.to)
    return { when: claim(`为${named}`), then: figureNeed(figure, phrase, open.metric, time ?? open.measured) }
  }
  const isShare = /^占/u.test(named) && open.metric !== ''
  const again = /^(?:该|此|上述|前述)项?(?:比例|占比|比率|金额|数量|指标|面积)$/u.test(named) && open.metric !== ''
  const told =
    (again ? open.metric : isShare ? `${open.metric}${named}` : `${whose}${named}`) ||
    earlierMetric(open, figure.kind) ||
    (figure.unit === '周岁' ? '年龄' : '')
  if (told === '') return { unread: side.text }
  open.metric = told
  open.kind = figure.kind
  const measured = [open.measured, time === open.measured ? undefined : time]
    .filter((one) => one !== undefined)
    .join('')
  const phrase = facts.text.slice(figure.from, figure.to)
  const metric = figure.kind === 'percent' ? shareOf(told, phrase) : figure.unit === '倍' ? timesOf(told, phrase) : told
  const need = figureNeed(figure, phrase, metric, measured === '' ? undefined : measured)
  const sex = /^(?:男|女)(?:性|职工|同志)?$/u.test(told) && figure.unit === '周岁' ? told : undefined
  if (sex !== undefined) return { when: claim(`为${sex}`), then: { ...need, metric: '年龄' } }
  return allOf([
    ...(own === undefined ? [] : [claim(own)]),
    need,
    ...(isWhose && !isGeneric(who) ? [claim(`为${who}`)] : []),
    ...within(after, told),
  ])!
}

/** Units in which bodies and people themselves are counted. */
const heads = /^(?:人|名|家|所|个|户|人次|位|支|项)$/u

/** What was counted before, where a figure comes without words: of a share its noun alone. */
const earlierMetric = (open: Open, kind: string): string =>
  kind === 'percent' ? open.metric : open.metric.replace(/(?:占比|的?比例|比重)$/u, '')

/** 项目负责人应具有…，年龄…: what follows is still of them. */
const isSomebodys = (words: string, { subject }: Open): boolean =>
  /^(?:年龄|学历|职称|工龄|从业|工作)/u.test(words) ||
  endsWithPerson.test(subject) ||
  /(?:成员|人员|人才)$/u.test(subject)

/** 50件以上（其中近三年授权的不少于10件）: what a bracket asks besides. */
function within(after: string, metric: string): Need[] {
  const inner = /^[（(]其中，?(?<inner>[^（）()]+)[）)]/u.exec(after)?.groups?.['inner']
  if (inner === undefined) return []
  const facts = factsOf(inner)
  if (facts.figures.length !== 1) return []
  const need = readChunk(facts, { start: 0, end: inner.length, text: inner }, { subject: '', metric: '' })
  return 'kind' in need && need.kind === 'figure' ? [{ ...need, metric: `${metric}中${need.metric}` }] : [need]
}
