import { figuresIn } from '../../knowledge/statements/facts.ts'
import { asksNothing, countsOnly } from './asks-nothing.ts'
import { type Facts, type ReadSegment, type Stretch, isTime } from './chunks.ts'
import { type Need, allOf, anyOf, claim } from './need.ts'
import { readChunk } from './read-chunk.ts'
import { caseEnding, caseOpening, isCase, leadsUp, link, readCase } from './case-words.ts'
import { add, inContext } from './join-needs.ts'
import { readQuota } from './read-quota.ts'
import type { Open } from './read-words.ts'
import { type State, elsewhere, readException, readOutcome, readWidening, withWhole } from './read-turns.ts'
import { byOthers } from './words.ts'

const or = /^(?:或者|或(?!许))/u
const number = /^(?:[①-⑳]|[（(]?\d{1,2}[）)、]|\d{1,2}\.(?!\d))/u
/** 在此基础上，…; 其中，… */
const bare = /^(?:在此基础上|其中|同时|此外|另外|证照方面|[\p{Script=Han}]{2,6}方面)$/u

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
