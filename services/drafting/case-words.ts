import { figuresIn } from '../../knowledge/statements/facts.ts'
import type { Facts, Stretch } from './chunks.ts'
import { type Need, claim } from './need.ts'
import { readChunk } from './read-chunk.ts'
import type { State } from './read-turns.ts'
import type { Open } from './read-words.ts'
import { endsWithApplicant, isContext, withoutSubject } from './words.ts'

export const link = /^(?:但是?|并且|而且|且|并(?!购|联|网|入)|同时|以及|此外|另外|其中|还)，?/u
export const caseOpening = /^(?:如果|如|若|凡是|凡|对于|对|当)(?!\p{Script=Han}{0,3}(?:知识产权|社会|技术))/u
export const caseEnding = /(?:的|时|情况下|情形下|情形的)$/u

/** 企业申报的 says who it is; a figure without words is of what the case before it was told of. */
export function readCase(facts: Facts, told: Stretch, state: State): Need {
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
export const leadsUp = (facts: Facts, { text }: Stretch, next: Stretch): boolean =>
  !isWhole(text, next) &&
  isContext(withoutSubject(text).rest) &&
  (!/^(?:服务|达成)/u.test(text) || figuresIn(facts, next).length > 0)

export const isCase = (text: string, next: Stretch | undefined): boolean =>
  next !== undefined &&
  (/的$/u.test(text) ||
    (/的[^，的]{1,8}$/u.test(text) && /^不(?:低于|少于|超过|高于|小于|大于)|^达到/u.test(next.text)) ||
    (/的[^，的]{2,}$/u.test(text) &&
      endsWithApplicant.test(text) &&
      /^(?:还|均|也)*(?:应|须|需|必须)|不作要求/u.test(next.text)) ||
    /^(?:如果|若|如(?!期|实|下))/u.test(text) ||
    (caseOpening.test(text) && caseEnding.test(text)))
