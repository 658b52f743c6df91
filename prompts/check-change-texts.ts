import type { Widened } from './widened.ts'

/** What is said of a self-check that says something else than when it was last shown. */
export const checkChangeTexts = {
  verdicts: { eligible: '条件全部符合', ineligible: '有条件不符合', undetermined: '有条件待确认' },
  statuses: { met: '符合', unmet: '不符合', unknown: '待确认' },
  turned: (before: string, after: string): string => `自查结论变了：原来“${before}”，现在“${after}”。`,
  stays: (verdict: string, count: number): string => `自查结论不变（${verdict}），有${count}处改动。`,
  criterion: (title: string, before: string, after: string, gap: string | undefined): string =>
    before === after
      ? `${title}：仍是${after}${gap === undefined ? '' : `，${gap}`}`
      : `${title}：${before} → ${after}${gap === undefined ? '' : `，${gap}`}`,
  added: (title: string, after: string): string => `${title}（新增的条件）：${after}`,
  gone: (title: string): string => `${title}：现在没有这一项条件`,
  window: (before: string, after: string): string => `申报截止：${before} → ${after}`,
  opens: (before: string, after: string): string => `申报开始：${before} → ${after}`,
  noDay: '没有写明',
  before: (quote: string): string => `   原来：“${quote}”`,
  after: (quote: string): string => `   现在：“${quote}”`,
  takes: (required: string): string => `   现在要求：${required}`,
  note: (note: string): string => `   ${note}`,
  seeNow: '看现在的结果',
} as const

export const checkChangeTextsEnglish: Widened<typeof checkChangeTexts> = {
  verdicts: {
    eligible: 'all conditions met',
    ineligible: 'a condition is not met',
    undetermined: 'conditions to confirm',
  },
  statuses: { met: 'met', unmet: 'not met', unknown: 'to confirm' },
  turned: (before, after) => `The result of your check has changed: before “${before}”, now “${after}”.`,
  stays: (verdict, count) =>
    `The result of your check stays (${verdict}); ${count} ${count === 1 ? 'part has' : 'parts have'} changed.`,
  criterion: (title, before, after, gap) =>
    `${title}: ${before === after ? `still ${after}` : `${before} → ${after}`}${gap === undefined ? '' : `, ${gap}`}`,
  added: (title, after) => `${title} (new condition): ${after}`,
  gone: (title) => `${title}: no longer a condition`,
  window: (before, after) => `Last day: ${before} → ${after}`,
  opens: (before, after) => `First day: ${before} → ${after}`,
  noDay: 'not said',
  before: (quote) => `   before: “${quote}”`,
  after: (quote) => `   now: “${quote}”`,
  takes: (required) => `   now required: ${required}`,
  note: (note) => `   ${note}`,
  seeNow: 'Show the result now',
}
