import words from '../lexicon/statement-words.json' with { type: 'json' }
import type { DateMention } from '../language/date.ts'
import { anyOf } from '../language/unit.ts'
import { type Facts, datesIn, statedDate } from './facts.ts'
import type { Group, Modality, StatedDate, StatementKind } from './statement.ts'
import type { Stretch } from './split-text.ts'
import { findModal, hedgeOf, lasting } from './words.ts'

/** What a chunk without a figure of its own says: a duty, a ban, a deadline … */
export type ModalRule = {
  kind: StatementKind
  modality?: Modality
  hedge?: string
  subject?: string
  date?: StatedDate
  group?: Group
  unaccounted: string
}

const kinds: Record<Modality, StatementKind> = {
  must: 'duty',
  may: 'permission',
  'must-not': 'ban',
  'need-not': 'exemption',
  encouraged: 'encouragement',
  aimed: 'activity',
  fact: 'provision',
}
const preference =
  /优先(?:考虑|支持|推荐|安排|录取|给予|签约|入选|享受|纳入|评定)?$|予以优先|优先(?:考虑|支持|推荐|安排|录取|给予|享受)/u
const provision =
  /自[^，]{2,24}起?(?:施行|实施|执行|生效)$|(?:同时|即行|予以)废止|有效期(?:为|至|自|限?[\d一二三四五])|^是指|，是指|(?:不|参照|依照)适用|适用于?本(?:办法|通知|细则|条例|规定|方案)|本(?:办法|通知|细则|条例|规定|方案)(?:\p{Script=Han}{0,6}由|适用)/u
const limiting: ReadonlySet<string> = new Set(['before', 'by', 'within', 'until'])

/** A date that says by when something is done; one that only describes a thing (30日内的费用) is none. */
function deadlineIn(facts: Facts, chunk: Stretch): DateMention | undefined {
  return datesIn(facts, chunk).find((date) => {
    const behind = facts.text.slice(date.to, date.to + 2)
    const phrase = facts.text.slice(date.from, date.to)
    // 申请前5年内 says what counts; 每季度首月10日前 is a day, not a length of time.
    const isUnclear =
      /前.*内$/u.test(phrase) || (date.term?.anchor === undefined && date.edge === 'before' && date.term !== undefined)
    const isLimit =
      limiting.has(date.edge) || (date.upTo !== undefined && date.upTo.anchor === undefined) || date.isEndOf
    // 2年内暂停申报资格 says for how long, not by when.
    const isLasting = date.term !== undefined && lasting.test(facts.text.slice(date.to))
    return (
      isLimit &&
      !isUnclear &&
      !isLasting &&
      !date.isRecent &&
      !/^的|^[出以]生|^毕业/u.test(behind) &&
      date.to < chunk.end
    )
  })
}

/** 于2022年内 says when, not by when. */
const isSpan = ({ edge, term }: DateMention): boolean => edge === 'within' && term === undefined

/** A time that opens its chunk, or follows who acts with 于. */
const opensWith = ({ text }: Facts, chunk: Stretch, { from }: DateMention): boolean =>
  from === chunk.start || /^[于在]/u.test(text.slice(from))

/** 2026年4月7日9时至5月8日17时: two days in one chunk leave open by which of them. */
const severalDays = (facts: Facts, chunk: Stretch): boolean =>
  datesIn(facts, chunk).filter(({ day }) => day !== undefined).length > 1

const prepositions = /^[对在经因按从向为以于将由凡如若除被把自与和]/u
const notSubject = new RegExp(`^(?:${anyOf(words.notSubjects)})`, 'u')
const asSubject = (words: string): string | undefined => {
  const bare = words.replace(/^(?:同时|另外|此外|并|且)/u, '').replace(/(?:均|都|还|也|将|一律|亦|仍|再|又|另)+$/u, '')
  if (notSubject.test(bare)) return undefined
  return bare.length < 2 ||
    bare.length > 40 ||
    prepositions.test(bare) ||
    /[的，时前]$|期间$/u.test(bare) ||
    hedgeOf(bare) === bare
    ? undefined
    : bare
}

/** What stands before the modal word or the date, without either: who acts. */
function subjectOf(facts: Facts, chunk: Stretch, end: number): string | undefined {
  const date = datesIn(facts, chunk).find(({ to }) => to <= end)
  const from = date && date.from === chunk.start ? date.to : chunk.start
  const to = date && date.from > chunk.start ? date.from : end
  const words = facts.text.slice(from, Math.max(from, to))
  return asSubject(words.replace(hedgeOf(words) ?? '\0', '').replace(/[在于自]$/u, ''))
}

/** Reads a chunk without a figure of its own; undefined where it is a plain activity. */
export function readModalRule(facts: Facts, chunk: Stretch): ModalRule | undefined {
  const modal = findModal(chunk.text)
  const deadline = deadlineIn(facts, chunk)
  const isPreferred = preference.test(chunk.text)
  const isProvision = provision.test(chunk.text)
  const isSpanOnly = !modal && deadline !== undefined && isSpan(deadline)
  if (!modal && (!deadline || (isSpanOnly && !opensWith(facts, chunk, deadline))) && !isPreferred && !isProvision)
    return undefined
  const hedge = hedgeOf(chunk.text)
  const end = modal ? chunk.start + modal.start : deadline ? deadline.from : chunk.start
  const subject = modal || deadline ? subjectOf(facts, chunk, end) : undefined
  const isTimed = deadline && (modal === undefined ? !isSpan(deadline) : modal.modality === 'must')
  // 活动后可缓解 permits nothing.
  const isState = modal?.modality === 'may' && /(?:后|前|时|中)$/u.test(chunk.text.slice(0, modal.start))
  const isCut = modal && chunk.text.slice(modal.end) === ''
  const kind =
    isProvision || isSpanOnly
      ? 'provision'
      : isPreferred
        ? 'preference'
        : isTimed
          ? 'deadline'
          : kinds[modal?.modality ?? 'fact']
  return {
    kind,
    ...(modal && { modality: modal.modality }),
    ...(hedge !== undefined && { hedge }),
    ...(subject !== undefined && { subject }),
    ...(deadline && { date: statedDate(facts.text, deadline) }),
    unaccounted: isCut || isState || (deadline && severalDays(facts, chunk)) ? chunk.text : '',
  }
}
