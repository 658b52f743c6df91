import { figuresIn } from '../../knowledge/statements/facts.ts'
import { type Facts, type ReadSegment, type Stretch, isTime } from './chunks.ts'
import { type Need, allOf, anyOf, claim, negated } from './need.ts'
import { type Open, readChunk } from './read-chunk.ts'
import { byOthers, isContext, permits, refusal, startsClaim, withoutSubject } from './words.ts'

/** A segment while it is read: what it asks for so far, and what is still to be told. */
type State = Open & {
  needs: Need[]
  cases: Need[]
  exceptions: Need[]
  /** Who the next need doesn't hold for. */
  excepted?: Need
  context: string[]
}

const or = /^(?:或者|或(?!许))/u
const link = /^(?:并且|而且|且|并(?!购|联|网|入)|同时|以及|此外|另外|其中|还)(?:，|应|须)?/u
const caseOpening = /^(?:如果|如|若|凡是|凡|对于|对|当)(?!\p{Script=Han}{0,3}(?:知识产权|社会|技术))/u
const caseEnding = /(?:的|时|情况下|情形下|情形的)$/u
const except = /^除了?(?<what>.*?)(?:的)?(?:以外|之外|外)$/u
const exceptBehind = /^(?:但|但是)?(?<what>.+?)的?(?:除外|不受[^，]{0,10}限制)$/u

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
  const whole = allOf(state.needs)
  const when = allOf(state.cases)
  const then = whole && when ? { when, then: whole } : (whole ?? when)
  return then && anyOf([...state.exceptions, then])
}

function readPart(facts: Facts, given: Stretch, next: Stretch | undefined, state: State): void {
  const isOr = or.test(given.text)
  const opened = part(given, (or.exec(given.text) ?? link.exec(given.text))?.[0].length ?? 0)
  const chunk = opened.text === '' ? given : opened
  const isOfThese = given.text.startsWith('其中') && state.metric !== ''
  const isLast = next === undefined
  const who = caseOfWho.exec(chunk.text)?.groups
  if (who && !/^(?:申请|申报|拟|本|参)/u.test(who['what']!)) {
    state.cases.push(claim(who['what']!))
    return readPart(facts, part(chunk, who['what']!.length + 1), next, state)
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
  const hasFigure = figuresIn(facts, chunk).length > 0
  if (isCase(chunk.text, next)) {
    const bare = part(chunk, caseOpening.exec(chunk.text)?.[0].length ?? 0)
    const end = caseEnding.exec(bare.text)?.[0].length ?? 0
    const told = { ...bare, end: bare.end - end, text: bare.text.slice(0, bare.text.length - end) }
    const named = /^(?:由)?(?<who>[^，]{2,16})(?:牵头)?(?:申报|申请)$/u.exec(told.text)?.groups?.['who']
    state.cases.push(named !== undefined ? claim(`为${named}`) : readChunk(facts, told, state))
    return
  }
  if (!hasFigure && !isLast && leadsUp(facts, chunk, next)) {
    state.context.push(chunk.text)
    return
  }
  const of = isOfThese ? state.metric : ''
  const read = withWhole(readChunk(facts, chunk, state), of)
  const need = state.excepted ? anyOf([state.excepted, read])! : read
  delete state.excepted
  add(state, inContext(need, state), isOr, chunk, hasFigure)
}

/** 达成交易 before a figure says what of; before words it is asked for by itself. */
const leadsUp = (facts: Facts, { text }: Stretch, next: Stretch): boolean =>
  isContext(withoutSubject(text).rest) && (!/^(?:服务|达成)/u.test(text) || figuresIn(facts, next).length > 0)

const isCase = (text: string, next: Stretch | undefined): boolean =>
  next !== undefined && (/的$/u.test(text) || (caseOpening.test(text) && caseEnding.test(text)))

/** 其中1人须具有职称: of those that were counted before. */
function withWhole(need: Need, whole: string): Need {
  if (whole === '' || !('kind' in need)) return need
  if (need.kind === 'figure' && need.metric !== whole) return { ...need, metric: `${whole}中${need.metric}` }
  return need.kind === 'claim'
    ? { ...need, text: `${whole}中${/^\d/u.test(need.text) ? '至少' : ''}${need.text}` }
    : need
}

/** 符合下列条件的单位可以申报 only points to what is said there. */
const elsewhere = /^(?:凡)?(?:符合|满足|具备)(?:下列|以下|上述|如下|前述|本通知|本办法|本条)[^，]*(?:条件|规定|要求)/u

/** 国家另有规定的 is nobody's answer. */
const isElsewhere = (text: string): boolean => /另有规定|另有要求|法律、?法规规定/u.test(text)

/** 除…外 and …的除外: who is one of these is asked for nothing more. */
function readException({ text }: Stretch, state: State, isLast: boolean): boolean {
  const before = except.exec(text)?.groups?.['what']
  const behind = before === undefined ? exceptBehind.exec(text)?.groups?.['what'] : undefined
  if (isElsewhere(text)) return before !== undefined || behind !== undefined
  if (before !== undefined) {
    const whole = allOf(state.needs)
    if (whole && !isLast) state.excepted = claim(before)
    else if (whole) state.needs = [anyOf([claim(before), whole])!]
    else state.exceptions.push(claim(before))
    return true
  }
  if (behind === undefined || state.needs.length === 0) return false
  const last = state.needs.pop()!
  state.needs.push(anyOf([last, claim(behind.replace(/的$/u, ''))])!)
  return true
}

/** 可以申报: what was told as a case is asked for. 不予受理: it must not be. */
function readOutcome({ text }: Stretch, state: State): boolean {
  const isRefused = refusal.test(text)
  if (!isRefused && !permits(text)) return false
  const told = allOf([...state.cases, ...state.needs])
  if (!told) return isRefused ? false : state.context.length === 0 && /^(?:均|方)?可/u.test(text)
  state.needs = [isRefused ? negated(told) : told]
  state.cases = []
  return true
}

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
  /^[^，]{0,8}(?:等|和|与)/u.test(text) &&
  !startsClaim.test(text)
