import { datesIn, figuresIn } from '../../knowledge/statements/facts.ts'
import { type Facts, type Stretch, factsOf, partsOutside } from './chunks.ts'
import { type Need, allOf, anyOf, claim } from './need.ts'
import { readChoice } from './read-choice.ts'
import { figureNeed, metricOf } from './read-figure.ts'
import { datedEvent, foundedFor, foundedWithin } from './read-period.ts'
import { endsWithApplicant, startsClaim, withoutSubject } from './words.ts'

/** What a chunk takes from those before it in its segment. */
export type Open = { measured?: string; subject: string; metric: string }

const joints = /^(?:[（(][^（）()]*[）)])?(?<joint>或者|或|并且|且|并|以及|和|及|、|，|,|；)(?!以上|以下)/u

type Side = Stretch & { joint: 'or' | 'and' | '' }

/** A不少于3件，且B不少于5件; 5次以上或到账50万元以上: a stretch for each figure, cut behind the one before it. */
function sidesOf(facts: Facts, chunk: Stretch): Side[] {
  const figures = figuresIn(facts, chunk)
  const sides: Side[] = []
  let from: Stretch & { joint: Side['joint'] } = { ...chunk, joint: '' }
  for (const [at, figure] of figures.entries()) {
    if (at === figures.length - 1) break
    const found = joints.exec(facts.text.slice(figure.to, chunk.end))
    const joint = found?.groups?.['joint']
    if (!found || joint === undefined) continue
    const cut = figure.to + found[0].length
    sides.push({ ...from, end: cut - joint.length, text: facts.text.slice(from.start, cut - joint.length) })
    from = {
      start: cut,
      end: chunk.end,
      text: facts.text.slice(cut, chunk.end),
      joint: joint.startsWith('或') ? 'or' : 'and',
    }
  }
  return [...sides, from]
}

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
  const figures = figuresIn(facts, side)
  const [figure] = figures
  const isBare = figure?.bound === 'exactly' && figure.upTo === undefined
  if (
    !figure ||
    figures.length > 1 ||
    (isBare && (figure.value === 1 || figure.kind === 'duration')) ||
    /^(?:的个人|的单位|单位|个人)/u.test(facts.text.slice(figure.to))
  )
    return readWords(facts, side, open)
  const before = facts.text.slice(side.start, figure.from)
  const after = facts.text.slice(figure.to, side.end)
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
  const founded = foundedFor(words, figure)
  const whose = subject || (/^(?:年龄|学历|职称|工龄|从业|工作)/u.test(words) ? open.subject : '')
  if (founded) {
    const place = words.replace(/(?:时间|年限)?(?:均|应|须|需|为|在|已)*$/u, '')
    return allOf([...(/^[在于经依]/u.test(place) && place.length > 4 ? [claim(place)] : []), founded])!
  }
  // 依法登记注册并实际运营满一年: what comes before 并 is asked for by itself.
  const [, own, rest] = /^(.*(?:注册|登记|成立|设立|认定|资格|资质))(?:并且|并|且)(.{2,})$/u.exec(words) ?? []
  const metric = `${whose}${metricOf(rest ?? words, after)}` || open.metric || (figure.unit === '周岁' ? '年龄' : '')
  if (metric === '') return readWords(facts, side, open)
  open.metric = metric
  const measured = [open.measured, time === open.measured ? undefined : time]
    .filter((one) => one !== undefined)
    .join('')
  const phrase = facts.text.slice(figure.from, figure.to)
  const need = figureNeed(figure, phrase, metric, measured === '' ? undefined : measured)
  return allOf([...(own === undefined ? [] : [claim(own)]), need, ...within(after, metric)])!
}

/** 50件以上（其中近三年授权的不少于10件）: what a bracket asks besides. */
function within(after: string, metric: string): Need[] {
  const inner = /^[（(]其中，?(?<inner>[^（）()]+)[）)]/u.exec(after)?.groups?.['inner']
  if (inner === undefined) return []
  const facts = factsOf(inner)
  if (facts.figures.length !== 1) return []
  const need = readChunk(facts, { start: 0, end: inner.length, text: inner }, { subject: '', metric: '' })
  return 'kind' in need && need.kind === 'figure' ? [{ ...need, metric: `${metric}中${need.metric}` }] : [need]
}

const strong = /^(?:通过|获得|获评|入选|列入|具有|具备|拥有|属于|取得|承担|被|未|没有|无|建有|参与|主持|持有|从事)/u

/** Words without a figure: a level, a day, or what holds or does not. */
function readWords(facts: Facts, side: Stretch, open: Open): Need {
  const dates = datesIn(facts, side)
  const dated = dates
    .map((date) => foundedWithin(side.text, date) ?? datedEvent(side.text, date, side.start))
    .find((one) => one)
  const { subject, rest } = withoutSubject(side.text)
  const isClaimToo = /^在[^，]{2,}(?:注册|登记|设立)/u.test(rest) && dated?.limits.withinLast
  if (dated && !isClaimToo) return dated
  if (subject !== '') open.subject = subject
  const parts = partsOutside(rest, /或者|或(?!许)|、|并且|且|并/uy)
  const either = partsOutside(rest, /或者|或(?!许)/uy)
  if (either.length > 1 && either.length === parts.length) {
    const choices = either.map((part) => readChoice(part))
    const whose = subject || open.subject
    if (choices.every((one) => one !== undefined))
      return anyOf(choices.map((one) => (whose === '' ? one : { ...one, subject: whose })))!
    if (either.slice(1).every((part) => strong.test(part)) && startsClaim.test(either[0]!))
      return anyOf(either.map((part) => claimOf(part, subject, open)))!
  }
  const choice = readChoice(rest)
  const whose = subject || open.subject
  if (choice) return whose === '' ? choice : { ...choice, subject: whose }
  const listed = partsOutside(rest, /、|并且|且|并/uy)
  const isList =
    listed.length > 1 && listed.every((part) => /^(?:依法|在|具有|具备|无|未|没有|拥有|建有|合法)/u.test(part))
  return allOf((isList ? listed : [rest]).map((part) => claimOf(part, subject, open)))!
}

function claimOf(text: string, subject: string, { measured }: Open): Need {
  const isTimed = measured !== undefined && !/^截[至止]/u.test(measured) && !text.startsWith(measured)
  const isNoun = subject === '' && !startsClaim.test(text) && endsWithApplicant.test(text) && !/的/u.test(text)
  return claim(`${isNoun ? '为' : ''}${isTimed ? `${measured}` : ''}${subject}${text}`.replace(/[的；。，]+$/u, ''))
}
