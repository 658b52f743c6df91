import type { Aspect } from '../../knowledge/finding/aspects.ts'
import { fold, type Entry } from '../../knowledge/finding/catalogue.ts'
import { readQuantities } from '../../knowledge/finding/values.ts'
import otherPlaces from '../../knowledge/lexicon/other-places.json' with { type: 'json' }
import { replies } from '../../prompts/replies.ts'
import type { Answer, Inquiry, Step } from './answer.ts'
import { listAnswer, type Listing } from './answer-list.ts'
import { excerptOf } from './excerpt.ts'
import { statement } from './frame.ts'
import type { Question, Unit } from './read-question.ts'
import { noticesMeant, replacementOf, scopeOf } from './scopes.ts'
import type { Scored } from './score-entries.ts'

/**
 * What the best clause must show to answer from it: shares of the question's weight, and weights. Measured on
 * questions with and without an answer.
 */
export const thresholds = {
  named: 0.3,
  namedWeight: 3.9,
  namedShare: 0.15,
  unnamed: 0.45,
  unnamedEnglish: 0.6,
  unnamedWeight: 4,
  withoutAspect: 0.45,
  unnamedWithoutAspect: 0.86,
  withoutValue: 0.55,
  withoutCount: 0.8,
  /** Share at which a clause with the value asked for answers, though no heading calls it a target, a sum or a number. */
  softAspect: 0.6,
  /** Share at which a few words suffice: nothing of the question is left open. */
  whole: 0.9,
}

/** Whether the question itself points to the clause's notice: by field, name, programme or year. */
export function pointsTo(question: Question, entry: Entry): boolean {
  const { notice } = entry
  if (question.notices.size > 0) return question.notices.has(notice.id)
  return notice.programmes.some(({ id }) => question.programmes.has(id)) || question.years.includes(notice.year)
}

/** Aspects that a clause either has or does not speak to at all: no other clause can stand in. */
const hard = new Set<Aspect>(['contact', 'deadline', 'procedure', 'applicant', 'materials', 'conditions', 'matching'])

/** Whether the best clause answers the question, or only shares some words with it. */
export function isAnswer(question: Question, best: Scored | undefined): best is Scored {
  if (!best) return false
  const { coverage, entry } = best
  const weight = coverage * question.units.reduce((sum, unit) => sum + unit.weight, 0)
  const aspects = [...question.aspects].filter((aspect) => aspect !== 'definition')
  const asks = aspects.length > 0
  const named = pointsTo(question, entry)
  const valueAsked = question.value.kind !== 'text'
  if (!named && question.notices.size > 0 && (asks || coverage < thresholds.unnamedWithoutAspect)) return false
  if (isOtherYear(question, entry)) return false
  if (valueAsked && !best.value && coverage < (question.value.kind === 'count' ? thresholds.withoutCount : named ? thresholds.withoutValue : 0.7)) return false
  if (asks && best.aspect < 0.2) {
    const hardest = aspects.filter((aspect) => hard.has(aspect) && aspect !== 'materials' && aspect !== 'conditions')
    if (hardest.length > 0 && !aspects.includes('form')) return false
    if (aspects.some((aspect) => hard.has(aspect))) return named && coverage >= thresholds.withoutAspect && weight >= 6
    return coverage >= (valueAsked && best.value ? thresholds.softAspect : named ? thresholds.withoutAspect : thresholds.unnamedWithoutAspect) && weight >= 4.5
  }
  if (named) {
    if (asks && best.aspect >= 0.45 && weight >= 2) return true
    return coverage >= thresholds.named || (weight >= thresholds.namedWeight && coverage >= thresholds.namedShare)
  }
  if (asks && best.aspect < 0.5 && coverage < thresholds.unnamedWithoutAspect) return false
  return (coverage >= thresholds.whole && weight >= 2) || (coverage >= (question.english ? thresholds.unnamedEnglish : thresholds.unnamed) && weight >= thresholds.unnamedWeight)
}

/** A clause of another year than the one asked for, which does not speak of that year either. */
const isOtherYear = (question: Question, entry: Entry): boolean =>
  question.years.length > 0 &&
  !question.years.includes(entry.notice.year) &&
  (question.notices.size > 0 || question.programmes.size > 0) &&
  !question.years.some((year) => entry.own.includes(String(year)))

/** Answers with the clause that fits best, and a second one where the question has a part the first leaves open. */
export const answerFact: Step = (inquiry) => {
  const { question, ranked } = inquiry
  const best = newestFirst(question, pointedFirst(question, ranked))
  if (!best || isElsewhere(question)) return undefined
  if (!isAnswer(question, best) && !isContinued(inquiry, best)) return counterpart(inquiry)
  const led = leadListing(inquiry, best.entry) ?? wholeListing(inquiry, best.entry)
  if (led && question.value.kind !== 'date' && question.value.kind !== 'year') return listAnswer(inquiry, led)
  const rests = [best.entry]
  const second = complement(question, best, ranked)
  if (second) rests.push(second)
  const lead = premiseLead(question, rests)
  const lines = rests.map((entry, at) => statement(inquiry, entry, at === 0 && rests.length === 1 ? 220 : 150))
  const older = rests.length === 1 ? olderRule(inquiry, best) : undefined
  const rival = rests.length === 1 ? rivalOf(inquiry, best) : undefined
  if (rival) {
    rests.push(rival)
    lines.push(statement(inquiry, rival, 150))
  }
  if (older) lines.push(older.line)
  const silence = lead ? undefined : silentOn(inquiry, best.entry)
  return {
    status: lead ? 'corrected' : 'answered',
    text: [lead ?? silence, ...lines].filter(Boolean).join('\n'),
    rests: older ? [...rests, older.entry] : rests,
    scope: scopeOf(best.entry),
  }
}

/** 「到什么时候？」 after an answer whose clause says it. */
const isContinued = ({ question, memory }: Inquiry, best: Scored): boolean =>
  question.value.kind !== 'text' && best.value &&
  question.units.reduce((sum, unit) => sum + unit.weight, 0) < 1.5 &&
  (memory.rests ?? []).some(({ notice, clause }) => notice === best.entry.notice.id && clause === best.entry.clause.id)

/**
 * Whether a notice still asks for what another year's did (「2025年的还要求三级吗」): the clause of the same kind in
 * the notice meant, said to be silent on it.
 */
function counterpart(inquiry: Inquiry): Answer | undefined {
  const { question, ranked, catalogue } = inquiry
  const other = ranked.find(({ entry, coverage }) => coverage >= 0.6 && isOtherYear(question, entry))
  if (!other || !question.wishes.has('confirmation')) return undefined
  const aspect = [...other.entry.aspects].find(([, strength]) => strength === 1)?.[0]
  const meant = catalogue.entries.find((entry) => pointsTo(question, entry) && question.years.includes(entry.notice.year) && !['heading', 'row'].includes(entry.clause.kind) && aspect !== undefined && entry.aspects.get(aspect) === 1)
  const silence = meant && silentOn(inquiry, meant)
  return meant && silence ? { status: 'corrected', text: `${silence}\n${statement(inquiry, meant)}`, rests: [meant], scope: scopeOf(meant) } : undefined
}

/** The clause of another programme that fits as well, where the question names none and nothing was spoken of before. */
function rivalOf({ question, ranked, memory }: Inquiry, best: Scored): Entry | undefined {
  const named = question.notices.size + question.programmes.size + question.years.length > 0 || memory.scope !== undefined
  if (named || question.value.kind === 'text' || best.entry.notice.programmes.length === 0) return undefined
  return ranked.find(
    ({ entry, score, coverage, value }) =>
      entry.notice.programmes.length > 0 &&
      entry.notice !== best.entry.notice &&
      !best.entry.notice.replaces.includes(entry.notice.id) &&
      score > best.score - 0.15 && coverage > best.coverage - 0.1 && value === best.value,
  )?.entry
}

/** The list that a sentence ending in a colon opens. */
function leadListing({ catalogue }: Inquiry, entry: Entry): Listing | undefined {
  if (entry.clause.kind !== 'paragraph' || !/[：:]$/u.test(entry.clause.text)) return undefined
  const siblings = catalogue.entries.filter(
    (other) => other.notice.id === entry.notice.id && other.parent === entry.parent,
  )
  const points = siblings.slice(siblings.indexOf(entry) + 1).filter((other) => other.clause.kind === 'item')
  return points.length >= 2 ? { head: entry, points } : undefined
}

/** The whole list that a point stands in, where the question names nothing but what the list is about. */
function wholeListing(inquiry: Inquiry, entry: Entry): Listing | undefined {
  const { question, catalogue } = inquiry
  const content = question.units.filter((unit) => !unit.aspect).reduce((sum, unit) => sum + unit.weight, 0)
  if (entry.clause.kind !== 'item' || content >= 2 || question.aspects.size === 0 || question.value.kind !== 'text') return undefined
  const siblings = catalogue.entries.filter((other) => other.notice.id === entry.notice.id && other.parent === entry.parent)
  const lead = siblings.slice(0, siblings.indexOf(entry)).findLast((other) => other.clause.kind === 'paragraph')
  const shares = lead && [...question.aspects].some((aspect) => lead.aspects.has(aspect))
  return shares ? leadListing(inquiry, lead) : undefined
}

/** Answers what a programme is with what it is for, or who carries it, when that is all that is asked. */
export const answerProgramme: Step = (inquiry) => {
  const { question, catalogue } = inquiry
  const [notice] = noticesMeant(catalogue, question)
  const content = question.units.filter((unit) => !unit.aspect).reduce((sum, unit) => sum + unit.weight, 0)
  if ([...question.aspects].some((aspect) => aspect !== 'definition')) return undefined
  if (!question.wishes.has('definition') || !notice || question.programmes.size === 0 || content > 4) return undefined
  const [programme] = notice.programmes
    .filter(({ id }) => question.programmes.has(id))
    .sort((a, b) => firstNamed(question.text, a.names) - firstNamed(question.text, b.names))
  const own = catalogue.entries.filter(
    (entry) =>
      entry.notice.id === notice.id &&
      (!entry.programme || entry.programme === programme) &&
      !['heading', 'form'].includes(entry.clause.kind),
  )
  const entry =
    own.find((candidate) => candidate.aspects.get('definition') === 1) ??
    own.find((candidate) => candidate.aspects.get('applicant') === 1)
  return entry
    ? { status: 'answered', text: statement(inquiry, entry), rests: [entry], scope: scopeOf(entry) }
    : undefined
}

const firstNamed = (text: string, names: string[]): number =>
  Math.min(...names.map((name) => (text.includes(fold(name)) ? text.indexOf(fold(name)) : Number.POSITIVE_INFINITY)))

/** Clauses of what the question names come before all others, where one of them answers about as well. */
function pointedFirst(question: Question, ranked: Scored[]): Scored[] {
  const pointed = ranked.filter(({ entry, scope }) => scope > -0.3 && pointsTo(question, entry) && !isOtherYear(question, entry))
  const [first] = pointed
  const [best] = ranked
  if (!first || !best || !isAnswer(question, first)) return ranked
  const speaks = question.aspects.size > 0 && first.aspect >= 0.8 && (question.programmes.size > 0 || question.notices.size > 0)
  return speaks || first.coverage > best.coverage - 0.4 ? pointed : ranked
}

/** The best clause; where its notice has been replaced and no year is asked for, the one of the newer notice that fits about as well. */
function newestFirst(question: Question, ranked: Scored[]): Scored | undefined {
  const [best] = ranked
  if (!best || question.years.length > 0) return best
  const newer = ranked.find(
    (other) => other.entry.notice.replaces.includes(best.entry.notice.id) && other.score > best.score - 0.35 && other.value === best.value && other.aspect >= best.aspect - 0.3 && other.coverage >= best.coverage - 0.2,
  )
  return newer ?? best
}

/** Whether another place is asked about: 「深圳的运营中心」; who may apply from there is another matter. */
const isElsewhere = (question: Question): boolean =>
  !question.aspects.has('applicant') && otherPlaces.some((place) => new RegExp(`${place}[市省]?(?:的|有|那边|知识产权|运营|医疗|高校|专利)`, 'u').test(question.text))

const speaksTo = (entry: Entry, unit: Unit): boolean =>
  unit.words.some((word) => word.length > 1 && entry.own.includes(word)) ||
  (unit.aspect !== undefined && entry.aspects.has(unit.aspect))

/** Signs that more than one thing is asked for. */
const severalAsked = /[、和及]|以及|还有|分别|各(?:要|是|有)|并且|同时|除了|(?:多少|几|什么|哪|谁|怎么).+(?:多少|几|什么|哪|谁|怎么)/u

/** The clause of the same notice that speaks to what the best one leaves open, where that is a good part of the question. */
function complement(question: Question, best: Scored, ranked: Scored[]): Entry | undefined {
  const total = question.units.reduce((sum, unit) => sum + unit.weight, 0)
  const open = question.units.filter((unit) => !speaksTo(best.entry, unit))
  if (question.value.kind !== 'text' && best.value && !severalAsked.test(question.text)) return undefined
  if (total === 0 || open.length === 0) return undefined
  return ranked
    .slice(1, 12)
    .filter(
      ({ entry, score }) =>
        entry.notice.id === best.entry.notice.id &&
        score > best.score - 0.75 &&
        !['heading', 'row', 'table', 'furniture'].includes(entry.clause.kind),
    )
    .map(({ entry }) => ({
      entry,
      gain: open.reduce((sum, unit) => sum + (speaksTo(entry, unit) ? unit.weight : 0), 0) / total,
    }))
    .filter(({ gain }) => gain >= 0.17)
    .sort((a, b) => b.gain - a.gain)[0]?.entry
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
/** Things of a contact that a notice gives or not, whatever else it gives. */
const particulars = ['传真', '邮箱', '电话', '地址', '网址']

/** The words of what is left of a question, of two characters or more. */
const wordsOf = (question: Question): string[] => [
  ...particulars.filter((word) => question.text.includes(word)),
  ...question.runs.flatMap((run) => [...segmenter.segment(run)].map(({ segment }) => segment).filter((word) => word.length > 1)),
]

/** What the question asks whether the notice has, and no clause of it speaks of: said first, before what it does say. */
function silentOn({ question, catalogue }: Inquiry, entry: Entry): string | undefined {
  if (!question.wishes.has('confirmation') || !pointsTo(question, entry)) return undefined
  const own = catalogue.entries.filter((other) => other.notice === entry.notice)
  const groups = question.units.filter((unit) => !unit.aspect && unit.words.length > 1).map((unit) => unit.words)
  const nouns = /有(?:没有)?[^，。]{0,6}(?:吗|么|没有|没)|没有[^，。]{0,6}(?:吗|么)/u.test(question.text) ? wordsOf(question).map((word) => [word]) : []
  const absent = [...groups, ...nouns].find(
    (words) => words.some((word) => catalogue.entries.some((other) => other.own.includes(word))) && !own.some((other) => words.some((word) => other.own.includes(word))),
  )
  return absent?.[0] ? replies.notMentioned(absent[0]) : undefined
}

const confirms =
  /对吧|对不对|没错吧|是吧|对吗|是吗|没问题吧|没记错|行吧|可以吧|吧[？?。!！]*$|就行|也可以|直接写|没关系|允许|能不能|可不可以|可以.{0,20}吗|能.{0,20}吗/u

/** What to say first when the question supposes something that the clause says otherwise: a figure, or that it is allowed. */
function premiseLead(question: Question, entries: Entry[]): string | undefined {
  if (!confirms.test(question.text)) return undefined
  const said = fold(entries.map((entry) => entry.clause.text).join(''))
  const stated = readQuantities(said)
  const differs = readQuantities(question.text)
    .filter(({ unit }) => unit !== '年')
    .some(
      ({ value, unit }) =>
        stated.some((other) => other.unit === unit) &&
        !stated.some((other) => other.unit === unit && other.value === value),
    )
  if (differs) return replies.premiseDiffers
  const forbidden = /不得|禁止/u.test(said) && question.aspects.has('restriction')
  return forbidden ? replies.notAllowed : undefined
}

/** What the notice that this one replaces says on the same point, where it states another figure. */
function olderRule(inquiry: Inquiry, best: Scored): { line: string; entry: Entry } | undefined {
  const { question, catalogue, ranked } = inquiry
  if (question.years.length > 0 || question.value.kind === 'text' || !best.value) return undefined
  const older = ranked.find(
    ({ entry, value, coverage, aspect }) =>
      value &&
      best.entry.notice.replaces.includes(entry.notice.id) &&
      coverage >= best.coverage - 0.15 &&
      aspect >= best.aspect,
  )
  if (!older || replacementOf(catalogue, older.entry.notice)?.id !== best.entry.notice.id) return undefined
  const text = excerptOf(question, older.entry, 90)
  if (text.length > 110 || question.english) return undefined
  const differs = readQuantities(fold(text)).some(
    ({ value, unit }) => !readQuantities(best.entry.own).some((q) => q.unit === unit && q.value === value),
  )
  return differs ? { line: replies.olderSays(older.entry.notice.year, text), entry: older.entry } : undefined
}
