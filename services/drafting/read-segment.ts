import { figuresIn } from '../../knowledge/statements/facts.ts'
import { asksNothing, countsOnly } from './asks-nothing.ts'
import { type Facts, type ReadSegment, type Stretch, isTime } from './chunks.ts'
import { type Need, allOf, anyOf, claim } from './need.ts'
import { readChunk } from './read-chunk.ts'
import { readQuota } from './read-quota.ts'
import type { Open } from './read-words.ts'
import { type State, elsewhere, readException, readOutcome, readWidening, withWhole } from './read-turns.ts'
import { byOthers, endsWithApplicant, isContext, startsClaim, withoutSubject } from './words.ts'

const or = /^(?:或者|或(?!许))/u
const number = /^(?:[①-⑳]|[（(]?\d{1,2}[）)、]|\d{1,2}\.(?!\d))/u
const link = /^(?:但是?|并且|而且|且|并(?!购|联|网|入)|同时|以及|此外|另外|其中|还)，?/u
/** 在此基础上，…; 其中，… */
const bare = /^(?:在此基础上|其中|同时|此外|另外|证照方面|[\p{Script=Han}]{2,6}方面)$/u
const caseOpening = /^(?:如果|如|若|凡是|凡|对于|对|当)(?!\p{Script=Han}{0,3}(?:知识产权|社会|技术))/u
const caseEnding = /(?:的|时|情况下|情形下|情形的)$/u

/** 在基地就业的申请人应当…: holds for these alone. */
const caseOfWho =
  /^(?<what>[^，、]{3,30}?)的(?=(?:申请人|申报人|企业|单位|机构|申报单位|高校|人员|个人)[^，]{0,12}(?:应当|应|须|必须|需)(?!用|求))/u

const part = (chunk: Stretch, length: number): Stretch => ({
  ...chunk,
  start: chunk.start + length,
  text: chunk.text.slice(length),
})

/** Reads a segment: all its chunks hold together, but for 或者, cases (…的，) and exceptions. */
export function readSegment(facts: Facts, { chunks }: ReadSegment, open: Open): Need | undefined {
  const state: State = { ...open, needs: [], cases: [], exceptions: [], context: [] }
  for (const [at, chunk] of chunks.entries()) readPart(facts, chunk, chunks[at + 1], state)
  if (state.needs.length === 0 && state.context.length > 0) state.needs.push(claim(state.context.join('，')))
  open.subject = state.subject
  open.metric = state.metric
  if (state.kind !== undefined) open.kind = state.kind
  if (state.caseMeasured !== undefined) open.caseMeasured = state.caseMeasured
  if (state.caseMetric !== undefined) open.caseMetric = state.caseMetric
  const whole = allOf(state.needs)
  const when = allOf(state.cases)
  const then = whole && when ? { when, then: whole } : (whole ?? when)
  return then && anyOf([...state.exceptions, then])
}

function readPart(facts: Facts, given: Stretch, next: Stretch | undefined, state: State): void {
  const isOr = or.test(given.text)
  const opened = part(given, (or.exec(given.text) ?? link.exec(given.text) ?? number.exec(given.text))?.[0].length ?? 0)
  const chunk = opened.text === '' ? given : opened
  if (chunk === given && bare.test(chunk.text)) return
  const isOfThese = given.text.startsWith('其中') && state.metric !== ''
  const isLast = next === undefined
  const who = caseOfWho.exec(chunk.text)?.groups
  if (who && !/^(?:申请|申报|拟|本|参)/u.test(who['what']!)) {
    state.cases.push(claim(who['what']!))
    return readPart(facts, part(chunk, who['what']!.length + 1), next, state)
  }
  if (asksNothing(chunk.text)) {
    if (countsOnly(chunk.text)) state.cases = []
    return
  }
  if (!isLast && isTime(facts, chunk)) {
    state.measured = chunk.text
    return
  }
  if (
    byOthers.test(chunk.text) ||
    elsewhere.test(chunk.text) ||
    readException(chunk, state, isLast) ||
    readOutcome(chunk, state)
  )
    return
  const quota = readQuota(chunk.text)
  if (quota) {
    state.needs.push(quota)
    return
  }
  const hasFigure = figuresIn(facts, chunk).length > 0
  if (readWidening(facts, chunk, state)) return
  // 从业人员中，具有资格的占比…: of whom the next one speaks.
  if (!isLast && !hasFigure && /^[^，]{2,12}中$/u.test(chunk.text) && !/(?:过程|期|其)中$/u.test(chunk.text)) {
    state.whole = chunk.text.slice(0, -1)
    return
  }
  const group = /^(?<who>[A-Za-z甲乙丙丁]类)(?=达到|应|须|不|为|需)/u.exec(chunk.text)?.groups?.['who']
  if (group !== undefined) {
    const need = readChunk(facts, part(chunk, group.length), state)
    state.needs.push({ when: claim(`申报${group}`), then: need })
    return
  }
  // 其中具有硕士以上学位的，占40%以上: of whom the share is.
  if (
    isOfThese &&
    next !== undefined &&
    /的$/u.test(chunk.text) &&
    /^(?:占|比例|不少于|不低于|达到)/u.test(next.text)
  ) {
    state.metric = `${state.metric}中${chunk.text}`
    return
  }
  if (/不作要求|不作限制|不设[^，]*要求/u.test(chunk.text)) {
    state.needs.push({ unread: chunk.text })
    return
  }
  if (isCase(chunk.text, next)) {
    const bare = part(chunk, caseOpening.exec(chunk.text)?.[0].length ?? 0)
    const end = caseEnding.exec(bare.text)?.[0].length ?? 0
    const told = { ...bare, end: bare.end - end, text: bare.text.slice(0, bare.text.length - end) }
    state.cases.push(readCase(facts, told, state))
    return
  }
  if (!hasFigure && !isLast && leadsUp(facts, chunk, next)) {
    state.context.push(chunk.text)
    return
  }
  const of = state.whole ?? (isOfThese ? state.metric.replace(/(?:累计|数量|总数|总量|拥有量|人数|数)+$/u, '') : '')
  delete state.whole
  const read = withWhole(readChunk(facts, chunk, state), of)
  const need = state.excepted ? anyOf([state.excepted, read])! : read
  delete state.excepted
  add(state, inContext(need, state), isOr, chunk, hasFigure)
}

/** 企业申报的 says who it is; a figure without words is of what the case before it was told of. */
function readCase(facts: Facts, told: Stretch, state: State): Need {
  const named = /^(?:由)?(?<who>[^，]{2,16})(?:牵头)?(?:申报|申请)$/u.exec(told.text)?.groups?.['who']
  if (named !== undefined) return claim(endsWithApplicant.test(named) ? `为${named}` : told.text)
  const open: Open = { subject: '', metric: state.caseMetric ?? '' }
  const need = readChunk(facts, told, open)
  const { caseMetric = '' } = state
  const isSame = open.metric !== '' && caseMetric.endsWith(open.metric)
  state.caseMetric = isSame ? caseMetric : open.metric
  if (!('kind' in need) || need.kind !== 'figure') return need
  if (isSame && caseMetric !== open.metric) return { ...need, metric: caseMetric }
  // 2025年度营业收入不满5000万元的, …; 营业收入5000万元以上的: of the same year.
  if (need.measured === undefined && isSame && state.caseMeasured !== undefined)
    return { ...need, measured: state.caseMeasured }
  if (need.measured === undefined) delete state.caseMeasured
  else state.caseMeasured = need.measured
  return need
}

/** 还应通过安全评价，并配备…: asked for by itself, where the next one goes on. */
const isWhole = (text: string, next: Stretch): boolean => /^还?(?:应当?|须|需|必须)/u.test(text) && link.test(next.text)

/** 达成交易 before a figure says what of; before words it is asked for by itself. */
const leadsUp = (facts: Facts, { text }: Stretch, next: Stretch): boolean =>
  !isWhole(text, next) &&
  isContext(withoutSubject(text).rest) &&
  (!/^(?:服务|达成)/u.test(text) || figuresIn(facts, next).length > 0)

const isCase = (text: string, next: Stretch | undefined): boolean =>
  next !== undefined &&
  (/的$/u.test(text) ||
    (/的[^，的]{1,8}$/u.test(text) && /^不(?:低于|少于|超过|高于|小于|大于)|^达到/u.test(next.text)) ||
    (/的[^，的]{2,}$/u.test(text) &&
      endsWithApplicant.test(text) &&
      /^(?:还|均|也)*(?:应|须|需|必须)|不作要求/u.test(next.text)) ||
    /^(?:如果|若|如(?!期|实|下))/u.test(text) ||
    (caseOpening.test(text) && caseEnding.test(text)))

/** Words that lead up to a need: a claim is said with them, a figure keeps them for its question. */
function inContext(need: Need, state: State): Need {
  if (state.context.length === 0 || !('kind' in need)) return need
  const context = state.context.join('，')
  state.context = []
  if (need.kind === 'figure') return { ...need, context }
  return need.kind === 'claim' ? { ...need, text: `${context}，${need.text}` } : allOf([claim(context), need])!
}

function add(state: State, need: Need, isOr: boolean, { text }: Stretch, hasFigure: boolean): void {
  const last = state.needs.at(-1)
  if (isOr && last) state.needs = [...state.needs.slice(0, -1), anyOf([last, need])!]
  // 人员、场地等条件 goes on with the claim before it.
  else if (!hasFigure && last && goesOn(text, need, last))
    state.needs = [
      ...state.needs.slice(0, -1),
      { ...last, text: `${(last as { text: string }).text}，${text}` } as Need,
    ]
  else state.needs.push(need)
}

const goesOn = (text: string, need: Need, last: Need): boolean =>
  'kind' in need &&
  need.kind === 'claim' &&
  'kind' in last &&
  last.kind === 'claim' &&
  ((/^[^，]{0,8}(?:等|和|与)/u.test(text) && !startsClaim.test(text)) ||
    /^(?:均|仍)?(?:在|处于)有效期(?:内)?$/u.test(text))
