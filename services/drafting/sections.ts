import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { contextsOf } from '../../knowledge/statements/clause-context.ts'
import { type SectionKind, refusal, sectionKindOf } from './words.ts'

/** A notice as drafts look at it: what each clause is about, and its clauses by the one above. */
export type Outline = {
  notice: Notice
  kinds: ReadonlyMap<string, SectionKind | undefined>
  childrenOf(id: string | undefined): readonly Clause[]
  /** Those of one programme, or of all where the notice parts none off. */
  isWithin(clause: Clause): boolean
}

const asked =
  /(?:(?:应当?|须|必须|需|要)?(?:同时)?(?:还)?(?:应当?|须|需)?(?:符合|具备|满足|达到)(?:以下|下列|如下)[^，。]{0,14}(?:条件|要求|情形|资格|标准)|(?:以下|下列|如下)(?:申报|申请|基本|认定|准入)?条件)[^，。]{0,12}$/u
const grounds = /(?:下列|以下|如下)[^，。]{0,12}(?:情形|行为|情况)/u

/** What a line that opens a list is about: 应同时符合下列条件, 有下列情形之一的，不得申报. */
export function leadKindOf(text: string): SectionKind | undefined {
  const lead = /[^。；]*[：:]$/u.exec(text)?.[0].replace(/[：:]$/u, '')
  if (lead === undefined) return undefined
  if (refusal.test(lead) && /申报|申请|支持|受理|批准|资助|推荐|参评|参加|纳入|认定|享受/u.test(lead)) return 'refusals'
  if (/优先/u.test(lead)) return 'preferences'
  if (/材料|资料/u.test(lead)) return 'materials'
  if (grounds.test(lead)) return undefined
  if (
    asked.test(lead.replace(/之一(?:的)?$/u, '')) ||
    asked.test(lead.replace(/，(?:可以?|均可|方可).*$/u, '').replace(/之一(?:的)?$|的$/u, ''))
  )
    return 'conditions'
  return lead.length <= 12 ? sectionKindOf(lead) : undefined
}

/** A heading says it; else the line that opens a list; else what stands above. */
function ownKind(clause: Clause): SectionKind | undefined {
  const { kind, heading, text } = clause
  if (kind === 'heading') return sectionKindOf(heading)
  const isShort = kind === 'item' && heading !== '' && heading.length <= 20
  return leadKindOf(text) ?? (isShort ? sectionKindOf(heading) : undefined)
}

const weak: ReadonlySet<SectionKind> = new Set(['support', 'targets', 'procedure', 'window', 'contact'])

export function outlineOf(notice: Notice, section: string): Outline {
  const contexts = contextsOf(notice)
  const kinds = new Map<string, SectionKind | undefined>()
  const children = Map.groupBy(notice.clauses, ({ parent }) => parent)
  for (const clause of notice.clauses) {
    const lead = contexts.get(clause.id)?.leadIn?.clause
    const above =
      (lead === undefined ? undefined : kinds.get(lead)) ??
      (clause.parent === undefined ? undefined : kinds.get(clause.parent))
    const own = ownKind(clause)
    // 1.研发服务 under 申报条件 stays one; a title with 资金 in it changes nothing there.
    const isKept = above === 'conditions' || above === 'refusals' || above === 'applicants' || above === 'materials'
    const isOther = own === 'materials' && above !== undefined && leadKindOf(clause.text) === undefined
    const isWeak =
      own !== undefined && clause.kind !== 'heading' && (isOther || (isKept && (weak.has(own) || own === 'conditions')))
    kinds.set(clause.id, own === undefined || isWeak ? above : own)
  }
  const sections = notice.programmes.map((one) => one.section).filter((id) => id !== '')
  const isUnder = (id: string, top: string) => id === top || id.startsWith(`${top}.`)
  return {
    notice,
    kinds,
    childrenOf: (id) => children.get(id) ?? [],
    isWithin: ({ id }) => section === '' || isUnder(id, section) || !sections.some((other) => isUnder(id, other)),
  }
}
