import type { PreparationItem } from './preparation.ts'

type Kind = PreparationItem['kind']

/** What is to be done so many days before the last one, where a programme asks for things of that kind. Advice of ours. */
const steps: readonly { daysBefore: number; for: Kind; text: string }[] = [
  { daysBefore: 7, for: 'evidence', text: '备齐各项证明材料，核对数字与清单、凭证一致。' },
  { daysBefore: 5, for: 'form', text: '填妥要填的各份表格，完成单位内部审核。' },
  { daysBefore: 3, for: 'form', text: '按要求的份数打印、装订、签名盖章。' },
  { daysBefore: 1, for: 'submission', text: '按通知的方式报送，并确认对方已经收到。' },
  { daysBefore: 0, for: 'submission', text: '通知所列的最后一天。' },
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
): { date: string; text: string }[] {
  const kinds = new Set(preparation.map(({ kind }) => kind))
  const before = (days: number) => new Date(Date.parse(closes) - days * dayMs).toISOString().slice(0, 10)
  return steps
    .filter((step) => kinds.has(step.for))
    .map(({ daysBefore, text }) => ({ date: [before(daysBefore), asOf].toSorted().at(-1)!, text }))
}
