import type { Language } from '../../prompts/approximate-texts.ts'
import { scheduleTexts as texts } from '../../prompts/schedule-texts.ts'
import type { PreparationItem } from './preparation.ts'

type Kind = PreparationItem['kind']

/** What is to be done so many days before the last one, where a programme asks for things of that kind. Advice of ours. */
const steps: readonly { daysBefore: number; for: Kind; text: Readonly<Record<Language, string>> }[] = [
  { daysBefore: 7, for: 'evidence', text: texts.evidence },
  { daysBefore: 5, for: 'form', text: texts.forms },
  { daysBefore: 3, for: 'form', text: texts.copies },
  { daysBefore: 1, for: 'submission', text: texts.submission },
  { daysBefore: 0, for: 'submission', text: texts.lastDay },
]

const dayMs = 86_400_000

/**
 * What to do by when, counted back from the last day; what should have been done earlier is to be done today.
 *
 * @param closes The last day, YYYY-MM-DD, not before `asOf`.
 * @returns Earliest first; advice, but for the last day itself.
 */
export function countBack(
  preparation: readonly { kind: Kind }[],
  closes: string,
  asOf: string,
  language: Language = 'zh',
): { date: string; text: string }[] {
  const kinds = new Set(preparation.map(({ kind }) => kind))
  return steps
    .filter((step) => kinds.has(step.for))
    .map(({ daysBefore, text }) => ({ date: dayBefore(closes, daysBefore, asOf), text: text[language] }))
}

/** So many days before the last one, but not before today. */
function dayBefore(closes: string, days: number, asOf: string): string {
  const day = new Date(Date.parse(closes) - days * dayMs).toISOString().slice(0, 10)
  return day > asOf ? day : asOf
}

/** By when things of a kind are to be at hand or done, and what that means; undefined for a kind that has no day. */
export function dueOf(
  kind: Kind,
  closes: string,
  asOf: string,
  language: Language = 'zh',
): { date: string; text: string } | undefined {
  const step = steps.find((one) => one.for === kind)
  return step && { date: dayBefore(closes, step.daysBefore, asOf), text: step.text[language] }
}
