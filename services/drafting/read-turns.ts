import { figuresIn } from '../../knowledge/statements/facts.ts'
import { type Facts, type Stretch, factsOf } from './chunks.ts'
import { type Need, allOf, anyOf, claim, negated } from './need.ts'
import { readChunk } from './read-chunk.ts'
import { figureNeed } from './read-figure.ts'
import type { Open } from './read-words.ts'
import { permits, refusal, startsClaim } from './words.ts'

/** A segment while it is read: what it asks for so far, and what is still to be told. */
export type State = Open & {
  needs: Need[]
  cases: Need[]
  exceptions: Need[]
  /** Who the next need doesn't hold for. */
  excepted?: Need
  context: string[]
}

const except = /^除了?(?<what>.*?)(?:的)?(?:以外|之外|外)$/u
const exceptBehind =
  /^(?:但|但是)?(?<what>.+?)的?(?:除外|不受[^，]{0,10}(?:限制|约束|限)|(?:可以?)?不作[此该上]?[^，]{0,6}(?:要求|限制)|不在此限|不适用[本此该](?:项|款|目|条)?(?:规定|要求)?)$/u
/** 不受占比限制 without who: what goes before it says who. */
const freed = /^(?:且|并)?不(?:受[^，]*(?:限制|约束|限)|作[^，]*要求)$/u
/** 除符合第三条规定外 asks for that too, where it stands. */
const besides = /^除了?(?:应当?|须|需)?(?:符合|满足|具备|达到)/u

/** 其中1人须具有职称: of those that were counted before. */
export function withWhole(need: Need, whole: string): Need {
  if (whole === '') return need
  if ('any' in need) return { any: need.any.map((one) => withWhole(one, whole)) }
  if ('all' in need) return { all: need.all.map((one) => withWhole(one, whole)) }
  if (!('kind' in need)) return need
  if (need.kind === 'figure' && need.metric !== whole) return { ...need, metric: `${whole}中${need.metric}` }
  return need.kind === 'claim'
    ? { ...need, text: `${whole}中${/^\d/u.test(need.text) ? '至少' : ''}${need.text}` }
    : need
}

/** 符合下列条件的单位可以申报 only points to what is said there. */
export const elsewhere =
  /起算$|^(?:凡)?(?:企业|单位|申报单位)?(?:还|均|也)?(?:应当?|须|需)?(?:同时)?(?:符合|满足|具备)(?:下列|以下|上述|如下|前述|本通知|本办法|本条)[^，]*(?:条件|规定|要求)/u

/** 国家另有规定的 is nobody's answer. */
const isElsewhere = (text: string): boolean => /另有规定|另有要求|法律、?法规规定/u.test(text)

/** 退役军人, 具有高级职称的, 泊位总数不足3个的企业: who is let off. */
function whoIs(who: string): Need {
  const { what } =
    /^(?<what>[^，]*)的(?:企业|单位|机构|人员|申请人|项目|\p{Script=Han}{0,3}[村镇乡县区])$/u.exec(who)?.groups ?? {}
  const facts = factsOf(what ?? who)
  if (what !== undefined || facts.figures.length > 0)
    return readChunk(facts, { start: 0, end: facts.text.length, text: facts.text }, { subject: '', metric: '' })
  return claim(startsClaim.test(who) ? who : `为${who}`)
}

const freedOf = /^(?<who>[^，；]{2,40}?)(?:可以?)?不受[本该此上]述?(?<what>\p{Script=Han}{2,8}?)(?:的)?(?:限制|约束)$/u

/** Puts another way beside what is said of a measure, wherever it stands in a need. */
function beside(need: Need, what: string, who: Need): Need | undefined {
  if ('all' in need) {
    const at = need.all.findLastIndex((one) => beside(one, what, who) !== undefined)
    return at < 0 ? undefined : { all: need.all.map((one, place) => (place === at ? beside(one, what, who)! : one)) }
  }
  const isMeant =
    'kind' in need && (need.kind === 'figure' ? need.metric : need.kind === 'claim' ? need.text : '').includes(what)
  return isMeant ? anyOf([need, who]) : undefined
}

/** 常住人口超过3000人的村不受此距离限制: who is let off what was asked before. */
export function freedFrom(text: string, need: Need): Need | undefined {
  const { who, what } = freedOf.exec(text.replace(/[；;。]+$/u, ''))?.groups ?? {}
  return who === undefined || what === undefined ? undefined : beside(need, what, whoIs(who))
}

/** 除…外 and …的除外: who is one of these is asked for nothing more. */
export function readException({ text: given }: Stretch, state: State, isLast: boolean): boolean {
  const text = given.replace(/^(?:申请人|申报人|申报单位|申请单位|企业|单位)(?=除)/u, '')
  if ((besides.test(text) && except.test(text)) || (freed.test(text) && state.needs.length > 0)) return true
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
  state.needs.push(anyOf([last, whoIs(behind.replace(/的$/u, ''))])!)
  return true
}

/** 可以申报: what was told as a case is asked for. 不予受理: it must not be. */
export function readOutcome({ text }: Stretch, state: State): boolean {
  const isRefused = refusal.test(text)
  if (!isRefused && !permits(text)) return false
  const told = allOf([...state.cases, ...state.needs])
  if (!told) return isRefused ? false : state.context.length === 0 && /^(?:均|方)?可/u.test(text)
  state.needs = [isRefused ? negated(told) : told]
  state.cases = []
  return true
}

/** 女性可放宽至42周岁: another limit for some. 可适当放宽 says no figure and is left to those who decide. */
export function readWidening(facts: Facts, chunk: Stretch, state: State): boolean {
  const who = /^(?<who>[^，]{0,16}?)(?:可以?)?(?:适当)?(?:放宽|延长|降低|降|提高)[至到]/u.exec(chunk.text)?.groups?.[
    'who'
  ]
  const last = state.needs.at(-1)
  if (who === undefined || !last || !('kind' in last) || last.kind !== 'figure')
    return who !== undefined && last !== undefined
  const [figure] = figuresIn(facts, chunk)
  if (!figure || who === '') return true
  if (figureNeed(figure, facts.text.slice(figure.from, figure.to), last.metric).unit !== last.unit) {
    state.needs.push({ unread: chunk.text })
    return true
  }
  const [bound = 'atMost'] = Object.keys(last.limits)
  const phrase = facts.text.slice(figure.from, figure.to)
  const [limit] = Object.values(figureNeed(figure, phrase, last.metric).limits)
  const wider: Need = { ...last, limits: { [bound]: limit } }
  state.needs = [...state.needs.slice(0, -1), anyOf([last, allOf([claim(`为${who}`), wider])!])!]
  return true
}
