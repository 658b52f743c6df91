import { countBack } from '../preparation/schedule.ts'
import { describeActual } from './actual.ts'
import type { Assessment, CriterionResult } from './assessment.ts'
import { amountFor, amountInWords } from './amount.ts'
import { factAt, type FactKey, type Facts } from './document-facts.ts'
import { writeFigure } from './figure.ts'
import { gapOf, shortfallOf } from './gap.ts'
import { holdOn } from './hold-on.ts'
import { nearestFix } from './nearest-fix.ts'
import type { ResolvedProgramme } from './resolve-programmes.ts'
import { type Answers, evaluate, missingKeys } from './rule.ts'
import { warningOf } from './warning.ts'
import { holdWindow } from './window.ts'

type Verdict = Assessment['verdict']

/**
 * Holds answers against a programme. The same input gives the same assessment, whatever the order of the answers.
 *
 * @param given See `resolveProgrammes`.
 * @param answers Valid for the programme (see `readAnswers`); a key that is missing or null is unknown.
 * @param asOf The day on which the window is judged, and how long ago something was, YYYY-MM-DD.
 * @returns `verdict` is ineligible if a criterion is unmet, else undetermined if one is unknown, else eligible;
 *   preferences have no part in it.
 * @throws {RangeError} When `asOf` is no day of the calendar.
 */
export function checkProgramme(given: ResolvedProgramme, answers: Answers, asOf: string): Assessment {
  const { window, programme, schedule, warning } = onDay(given, asOf)
  const { facts } = programme
  const criteria = programme.criteria.map((criterion) => checkCriterion(criterion, answers, facts))
  const verdict = verdictOf(criteria)
  return {
    programme: programme.id,
    asOf,
    rulesVersion: programme.rulesVersion,
    answers: answersTo(programme.factKeys, answers),
    window,
    verdict,
    ...(warning !== undefined && { warning }),
    canApplyNow: verdict === 'eligible' && window.status === 'open',
    criteria,
    preferences: programme.preferences.map(({ id, title, source, condition }) => ({
      id,
      title,
      status: evaluate(condition, answers),
      source,
    })),
    commitments: programme.commitments.map((commitment) => measure(commitment, answers, facts)),
    support: supportFor(programme, answers),
    preparation: programme.preparation,
    ...(schedule && { schedule }),
    ...(verdict === 'ineligible' && {
      nearestFix: nearestFix(
        programme.criteria.map(({ condition }) => condition),
        answers,
        window.status,
        facts,
      ),
    }),
  }
}

/** What an awardee gets, with what that comes to by the answers where it depends on them. */
function supportFor({ support, amounts, facts }: ResolvedProgramme, answers: Answers): Assessment['support'] {
  if (amounts.length === 0) return support
  const estimates = amounts.map(({ amount, source }) => {
    const amountWan = amountFor(amount, answers)
    return { text: amountInWords(amount, facts), ...(amountWan !== undefined && { amountWan }), source }
  })
  const told = estimates.flatMap(({ text, amountWan }) =>
    amountWan === undefined ? [] : [`按所填的回答为${writeFigure(amountWan)}万元：${text}`],
  )
  const amountText = told.length === 0 ? support.amountText : `${support.amountText}（${told.join('；')}）`
  return { ...support, amountText, estimates }
}

function checkCriterion(
  criterion: ResolvedProgramme['criteria'][number],
  answers: Answers,
  facts: Facts,
): CriterionResult {
  const { id, title, condition, required, words, note, source } = criterion
  const status = evaluate(condition, answers)
  const actual = describeActual(condition, answers, facts)
  const told = note === undefined ? undefined : { note }
  if (status === 'met') return { id, title, status, required, actual, ...told, source }
  if (status === 'unmet') {
    const gap = { ...gapOf(condition, answers, facts), ...(words && { gap: words.gap }) }
    return { id, title, status, required, actual, ...gap, ...told, source }
  }
  const missing = missingKeys(condition, answers)
  return { id, title, status, required, actual, ...told, ...(missing.length > 0 && { missing }), source }
}

function answersTo(keys: readonly FactKey[], answers: Answers): Assessment['answers'] {
  const given: Assessment['answers'] = {}
  for (const key of keys) given[key] = answers[key] ?? null
  return given
}

/** What is the same for all answers on a day; it is worked out once for each. */
type OnDay = {
  asOf: string
  window: Assessment['window']
  programme: ResolvedProgramme
  warning: string | undefined
  schedule: Assessment['schedule']
}

const lastDay = new WeakMap<ResolvedProgramme, OnDay>()

function onDay(given: ResolvedProgramme, asOf: string): OnDay {
  const kept = lastDay.get(given)
  if (kept?.asOf === asOf) return kept
  const window = holdWindow(given.window, asOf)
  const programme = holdOn(given, asOf)
  const isOpen = window.status === 'open'
  const schedule = isOpen ? countBack(programme.preparation, window.closes, asOf) : undefined
  const held = { asOf, window, programme, warning: warningOf(programme), schedule }
  lastDay.set(given, held)
  return held
}

function verdictOf(criteria: readonly CriterionResult[]): Verdict {
  if (criteria.some(({ status }) => status === 'unmet')) return 'ineligible'
  return criteria.some(({ status }) => status === 'unknown') ? 'undetermined' : 'eligible'
}

/** The target, and how far it is from the answer that says where the unit stands. */
function measure(
  commitment: ResolvedProgramme['commitments'][number],
  answers: Answers,
  facts: Facts,
): Assessment['commitments'][number] {
  const { id, text, target, baseline, source } = commitment
  const status = baseline ? evaluate(baseline, answers) : 'unknown'
  if (!baseline || status === 'unknown') return { id, text, target, source }
  const fact = factAt(facts, baseline.fact)
  const now = `现为${writeFigure(Number(answers[baseline.fact]))}${'unit' in fact ? fact.unit : ''}`
  const distance = status === 'met' ? '已达到' : shortfallOf(baseline, answers, facts)
  return { id, text, target: `${target}（${now}，${distance}）`, source }
}
