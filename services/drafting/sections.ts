import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { bodyStart, contextsOf } from '../../knowledge/statements/clause-context.ts'
import { whoseWords } from './whose-words.ts'
import { refusal } from './words.ts'
import { type SectionKind, labelledKind, sectionKindOf } from './section-words.ts'

/** A notice as drafts look at it: what each clause is about, and its clauses by the one above. */
export type Outline = {
  notice: Notice
  /** What its programme is called for short, where the notice opens several. */
  name: string | undefined
  kinds: ReadonlyMap<string, SectionKind | undefined>
  childrenOf(id: string | undefined): readonly Clause[]
  /** The clause above, or the line without a number that opens the list it stands in. */
  parentOf(clause: Clause): string | undefined
  /** Those of one programme, or of all where the notice parts none off. */
  isWithin(clause: Clause): boolean
  /** Whether words are not another programme's. */
  isOwn(words: string): boolean
}

const asked =
  /(?:(?:应当?|须|必须|需|要)?(?:同时)?(?:还)?(?:应当?|须|需)?(?:符合|具备|满足|达到)(?:以下|下列|如下)[^，。]{0,14}(?:条件|要求|情形|资格|标准)|(?:以下|下列|如下)(?:申报|申请|基本|认定|准入)?条件)[^，。]{0,12}$/u
/** 还应当至少具备以下一项创新特征 */
const someOf =
  /(?:应当?|须|必须|需|要)[^，。]{0,6}(?:符合|具备|满足|达到)(?:以下|下列|如下)(?:任意|其中)?[一二两三四五六七八九十\d]{1,2}[项个条][^，。]{0,12}$/u
const together = /(?:应当?|须|必须|需|并)(?:同时)(?:符合|具备|满足|达到)$/u
const oneOfThese = /(?:应当?|须|必须|需)(?:属于|为|是)(?:以下|下列|如下)[^，。]{0,12}$/u
const grounds = /(?:下列|以下|如下)[^，。]{0,12}(?:情形|行为|情况)/u

const further = /^(?:如果?|若)[^。；]*的，[^，。；]{0,6}还(?:应|须|需|必须)/u

/** What a line that opens a list is about: 应同时符合下列条件, 有下列情形之一的，不得申报. */
export function leadKindOf(text: string): SectionKind | undefined {
  const lead = /[^。；]*[：:]$/u.exec(text)?.[0].replace(/[：:]$/u, '')
  if (lead === undefined) return undefined
  if (grounds.test(lead) && /，[^，]*(?:不予|不得|不再|取消|不能)[^，]*$/u.test(lead)) return 'refusals'
  if (refusal.test(lead) && /申报|申请|支持|受理|批准|资助|推荐|参评|参加|纳入|认定|享受/u.test(lead)) return 'refusals'
  if (/优先/u.test(lead)) return 'preferences'
  if (/材料|资料/u.test(lead)) return 'materials'
  if (grounds.test(lead)) return undefined
  if (together.test(lead) || oneOfThese.test(lead) || someOf.test(lead)) return 'conditions'
  if (
    asked.test(lead.replace(/之一(?:的)?$/u, '')) ||
    asked.test(lead.replace(/，(?:可以?|均可|方可).*$/u, '').replace(/之一(?:的)?$|的$/u, ''))
  )
    return 'conditions'
  return lead.length <= 12 ? sectionKindOf(lead) : undefined
}

/** 还应当至少具备以下一项特征：①…；②…: the list stands on the same line. */
const inlineKind = (text: string): SectionKind | undefined => {
  const lead = /^(?<lead>[^。；：:]*[：:])\s*(?:①|[（(]1[）)]|1[.、．])/u.exec(text)?.groups?.['lead']
  const kind = lead === undefined ? undefined : leadKindOf(lead)
  return kind === 'conditions' || kind === 'refusals' ? kind : undefined
}

/** A heading says it; else the line that opens a list; else what stands above. */
function ownKind(clause: Clause, isOpening: boolean): SectionKind | undefined {
  const { kind, heading, text } = clause
  // 有下列情形之一的，不予受理, without a colon.
  const asTitle = isOpening && !/[。：:；]/u.test(text) ? leadKindOf(`${text}：`) : undefined
  if (asTitle === 'refusals') return asTitle
  if (kind === 'heading') return sectionKindOf(heading)
  const labelled =
    kind === 'item' || kind === 'paragraph' ? labelledKind(text.slice(bodyStart(clause)).trim()) : undefined
  if (labelled) return labelled.kind
  const isShort = kind === 'item' && heading !== '' && heading.length <= 20
  return (
    leadKindOf(text.slice(bodyStart(clause)).trim()) ??
    inlineKind(text.slice(bodyStart(clause)).trim()) ??
    (isShort ? sectionKindOf(heading) : undefined)
  )
}

const sectionsOf = ({ programmes }: Notice): string[] => programmes.map((one) => one.section).filter((id) => id !== '')

const weak: ReadonlySet<SectionKind> = new Set(['support', 'targets', 'procedure', 'window', 'contact'])

/** Parts whose lines stay theirs, whatever they name. */
const keeping: ReadonlySet<SectionKind> = new Set(['conditions', 'refusals', 'applicants', 'materials', 'contact'])

const isAsking = (kind: SectionKind | undefined): boolean => kind === 'conditions' || kind === 'applicants'

/**
 * The entries that stand behind a line without a number which opens them, by that line: 8.…。有下列情形之一的，不予支持：（1）… is
 * read as if （1） were of 8, and is of what stands between them.
 */
function leadsOf(clauses: readonly Clause[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  let lead: Clause | undefined
  for (const clause of clauses) {
    const above = byId.get(clause.parent ?? '')
    if (clause.kind === 'paragraph' && /[：:]$/u.test(clause.text.trim())) lead = clause
    else if (lead && clause.parent === lead.parent) lead = undefined
    else if (lead && clause.kind === 'item' && above && above.parent === lead.parent && above !== lead)
      found.set(clause.id, lead.id)
  }
  return found
}

type Part = { section: string; name?: string }

/**
 * @param part The clause under which a programme's own provisions stand, and its short name.
 * @param sections Those of all programmes.
 * @param others Short names of the other programmes: a line that begins with one is theirs.
 */
export function outlineOf(
  notice: Notice,
  part: Part | string,
  sections: readonly string[] = sectionsOf(notice),
  others: readonly string[] = [],
): Outline {
  const { section, name } = typeof part === 'string' ? { section: part, name: undefined } : part
  const contexts = contextsOf(notice)
  const kinds = new Map<string, SectionKind | undefined>()
  const clauses = new Map(notice.clauses.map((clause) => [clause.id, clause]))
  const leads = leadsOf(notice.clauses)
  const parentOf = ({ id, parent }: Clause) => leads.get(id) ?? parent
  const children = Map.groupBy(notice.clauses, parentOf)
  const kindOf = (clause: Clause) => ownKind(clause, children.has(clause.id))
  /** 一、航线培育奖励 over its own 申报对象 and 申报条件 is no part about money. */
  const isWhole = ({ id, kind }: Clause): boolean =>
    kind === 'heading' && (children.get(id) ?? []).some((child) => child.heading !== '' && isAsking(kindOf(child)))
  /** 如与他人合租的，还应当…, behind the conditions and with no part of its own. */
  const goesOn = (clause: Clause): SectionKind | undefined => {
    if (!further.test(clause.text.slice(bodyStart(clause)).trim())) return undefined
    const siblings = children.get(clause.parent) ?? []
    const before = siblings[siblings.indexOf(clause) - 1]
    const kind = before && kinds.get(before.id)
    return isAsking(kind) ? kind : undefined
  }
  for (const clause of notice.clauses) {
    const lead = contexts.get(clause.id)?.leadIn?.clause
    const above = (lead === undefined ? undefined : kinds.get(lead)) ?? kinds.get(parentOf(clause) ?? '')
    const named = kindOf(clause)
    const own = named !== undefined && weak.has(named) && isWhole(clause) ? undefined : (named ?? goesOn(clause))
    // 1.研发服务 under 申报条件 stays one; a title with 资金 in it changes nothing there.
    const isKept = above !== undefined && keeping.has(above)
    const isLabelled = labelledKind(clause.text.slice(bodyStart(clause)).trim()) !== undefined && !isKept
    const isOther = own === 'materials' && above !== undefined && leadKindOf(clause.text) === undefined
    const isWeak =
      own !== undefined &&
      clause.kind !== 'heading' &&
      !isLabelled &&
      (isOther || (isKept && (weak.has(own) || own === 'conditions')))
    kinds.set(clause.id, own === undefined || isWeak ? above : own)
  }
  /** （二）工作室。…, in the part about when and how, or what stands below it. */
  const isOthers = (clause: Clause): boolean => {
    const whose = whoseWords(clause.text.slice(bodyStart(clause)).trim().slice(0, 24), name, others)
    if (whose !== undefined) return whose === 'others'
    const above = clause.parent === undefined ? undefined : clauses.get(clause.parent)
    return above !== undefined && above.kind !== 'heading' && isOthers(above)
  }
  const isUnder = (id: string, top: string) => id === top || id.startsWith(`${top}.`)
  return {
    notice,
    name,
    kinds,
    childrenOf: (id) => children.get(id) ?? [],
    parentOf,
    isWithin: (clause) =>
      (section !== '' && isUnder(clause.id, section)) ||
      !(sections.some((other) => other !== '' && isUnder(clause.id, other)) || isOthers(clause)),
    isOwn: (words) => whoseWords(words, name, others) !== 'others',
  }
}
