import words from '../lexicon/statement-words.json' with { type: 'json' }
import { programmeOf } from '../finding/catalogue.ts'
import { anyOf } from '../language/unit.ts'
import type { Clause } from '../parsing/clause.ts'
import type { Notice } from '../parsing/notice.ts'
import { factsOf, isTime } from './facts.ts'
import type { Modality, Topic } from './statement.ts'
import { splitSentences, stretch } from './split-text.ts'
import { findModal, pointsElsewhere, topicOf } from './words.ts'

/** The line that opens a list, as far as it isn't dissolved into slots. `mode` and `isNegative` hold for the list's items. */
export type LeadIn = { text: string; clause: string; mode: 'all' | 'any'; isNegative: boolean; isClear: boolean }

/** What a clause's statements take from what stands above it. */
export type Context = {
  programme?: string
  topic?: Topic
  /** The clause whose heading names the topic. */
  topicFrom?: string
  leadIn?: LeadIn
  /** A time that a lead-in gives to its list: 在2025年内，实现以下任务目标. */
  measured?: { text: string; clause: string }
  /** Stands under 提交下列材料: each entry is a thing. */
  isOfThings?: boolean
  /** What holds where a sentence has no modal word of its own. */
  modality: Modality
}

const dissolved =
  /^(?:(?<time>[^，：]+)，)?(?<subject>[^，：]*?)(?<must>应当?|须|要)?(?:推动|努力)?(?:实现|达成|完成|达到)以下[^，：]{0,10}(?:目标|任务|指标)：$/u
export const anyOfThese = /之一|任一|任意一|其一|其中[一1]项|至少[^，：]{0,6}[一1][项个条]/u
export const negative = new RegExp(anyOf(words.refusing), 'u')

/** Where a clause's own words begin, behind its marker. */
export function bodyStart({ marker, text }: Clause): number {
  let at = 0
  for (const sign of marker ?? '') {
    while (/\s/u.test(text[at] ?? '')) at++
    if (text[at] !== sign) return 0
    at++
  }
  return at
}

/** The last sentence of a clause that ends with a colon. */
function leadText(clause: Clause): string {
  const text = stretch(clause.text, bodyStart(clause), clause.text.length).text
  return splitSentences(text).at(-1)?.text ?? text
}

/** 现将有关事项通知如下 opens the document, no list. */
const preamble = /(?:通知|通告|公告|意见|事项)[^，]{0,6}如下[：:]$/u
const opensList = ({ kind, text }: Clause): boolean =>
  !preamble.test(text) && /[：:]$/u.test(text) && kind !== 'form' && kind !== 'front'

function leadInOf(clause: Clause, outer: Context | undefined): Partial<Context> {
  const text = leadText(clause).replace(/:$/u, '：')
  const { groups } = dissolved.exec(text) ?? {}
  const { time } = groups ?? {}
  if (groups && (time === undefined || isTime(factsOf(time), stretch(time, 0, time.length))))
    return {
      modality: groups.must === undefined ? 'aimed' : 'must',
      ...(time !== undefined && { measured: { text: time, clause: clause.id } }),
    }
  const isClear = !pointsElsewhere(text) && !/^其中/u.test(text) && outer?.leadIn === undefined
  const mode = anyOfThese.test(text) ? 'any' : 'all'
  const modal = findModal(text)
  const leadIn: LeadIn = { text, clause: clause.id, mode, isNegative: negative.test(text), isClear }
  return { leadIn, ...(modal && { modality: modal.modality }) }
}

/** A noun phrase that ends with who may apply. */
const whoApplies = new RegExp(`^[^。；]*(?:${anyOf(words.applicants)})。?$`, 'u')

/** 申报对象, with one noun phrase below, or a bracket that says what to fill in: the heading is read with it. */
function underHeading({ kind, text }: Clause, heading: Clause | undefined): Partial<Context> {
  const isNoun = heading !== undefined && topicOf(heading.heading) === 'conditions' && whoApplies.test(text)
  const isFilled = /^[（(][\s\S]*[）)]$/u.test(text)
  const isNamed = heading !== undefined && heading.heading !== '' && heading.heading.length <= 30
  if (kind !== 'paragraph' || !isNamed || !(isFilled || (isNoun && !opensList({ kind, text } as Clause)))) return {}
  const named = {
    text: `${heading.heading}：`,
    clause: heading.id,
    mode: 'all',
    isNegative: false,
    isClear: true,
  } as const
  return findModal(text) || /优先/u.test(text) ? {} : { leadIn: named }
}

function own(clause: Clause, above: Context | undefined): Pick<Context, 'topic' | 'topicFrom' | 'modality'> {
  const named = clause.heading === '' ? undefined : topicOf(clause.heading)
  const topic = named ?? above?.topic
  const topicFrom = named ? clause.id : above?.topicFrom
  const modality = topic === 'conditions' ? 'must' : topic === 'targets' ? 'aimed' : 'fact'
  return { ...(topic && { topic }), ...(topicFrom !== undefined && { topicFrom }), modality }
}

/** How a clause is numbered: the entries of a list are numbered alike, and articles are none. */
function styleOf({ marker = '' }: Clause): string {
  if (/^第.+[条章节编]$/u.test(marker)) return 'article'
  return marker.replace(/[\d一二三四五六七八九十百]+/gu, '1').replace(/[①-⑳]/u, '①')
}

/** What each clause of a notice takes from its headings and from the line that opens its list. */
export function contextsOf(notice: Notice): Map<string, Context> {
  const contexts = new Map<string, Context>()
  const clauses = new Map(notice.clauses.map((clause) => [clause.id, clause]))
  const leads = new Map<string, { clause: Clause; style?: string }>()
  for (const clause of notice.clauses) {
    const parent = clause.parent === undefined ? undefined : clauses.get(clause.parent)
    const above = parent && contexts.get(parent.id)
    const siblings = parent?.id ?? ''
    const isMarked = clause.marker !== undefined
    const style = styleOf(clause)
    const open = leads.get(siblings)
    if (open && isMarked && open.style === undefined) open.style = style
    const sibling = open && open.style === style && style !== 'article' ? open.clause : undefined
    const lead = !isMarked ? undefined : parent && opensList(parent) ? parent : sibling
    if (!isMarked && clause.kind !== 'furniture') leads.delete(siblings)
    if (!isMarked && clause.kind === 'paragraph' && opensList(clause)) leads.set(siblings, { clause })
    const programme = programmeOf(notice, clause)?.id
    contexts.set(clause.id, {
      ...(programme !== undefined && { programme }),
      ...(above?.measured && { measured: above.measured }),
      ...own(clause, above),
      ...(lead ? leadInOf(lead, contexts.get(lead.id)) : isMarked ? {} : underHeading(clause, parent)),
    })
  }
  return contexts
}
