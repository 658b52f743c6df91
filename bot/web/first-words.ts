import { inChinese, inEnglish } from '../../knowledge/language/write-day.ts'
import type { Assessment } from '../../services/eligibility/assessment.ts'
import type { PageLanguage } from './page-language.ts'

type Window = Assessment['window']

const chinese = {
  allClosed: '以下申报目前都已截止，可以先对照条件自查。',
  someOpen: '现在可以了解和申报的项目：',
  rest: (count: number): string => `其余${count}个项目`,
  check: '申报自查（约2分钟）',
  units: '查我们单位',
  window: {
    'not-yet-open': ({ opens }) => `尚未开始${opens === undefined ? '' : `（${inChinese(opens)}起）`}`,
    open: ({ daysLeft }) => (daysLeft === 0 ? '申报中，今天截止' : `申报中，还剩${daysLeft}天`),
    closed: ({ closes }) => `已截止（${inChinese(closes)}）`,
  } as Record<Window['status'], (window: Window) => string>,
}

const english: typeof chinese = {
  allClosed: 'All are closed; you can still check yourself.',
  someOpen: 'Programmes to apply for:',
  rest: (count) => `${count} more`,
  check: 'Self-check (2 min)',
  units: 'Find our unit',
  window: {
    'not-yet-open': ({ opens }) => `Not open yet${opens === undefined ? '' : ` (from ${inEnglish(opens)})`}`,
    open: ({ daysLeft }) =>
      daysLeft === 0 ? 'Open, closes today' : `Open, ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'} left`,
    closed: ({ closes }) => `Closed (${inEnglish(closes)})`,
  },
}

/** What the first screen says of its own. */
export const firstWords = (language: PageLanguage): typeof chinese => (language === 'en' ? english : chinese)
