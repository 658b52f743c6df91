import type { Assessment, CriterionResult } from '../../../services/eligibility/assessment.ts'
import type { Language } from './language.ts'
import { chineseDay, englishDay } from './written-day.ts'

type Status = CriterionResult['status']
type Window = Assessment['window']
type Preparation = Assessment['preparation'][number]['kind']

const leftWords = (days?: number): string => (days === undefined ? '' : days === 0 ? '，就是今天' : `，还剩${days}天`)

const chinese = {
  result: '自查结果',
  verdicts: {
    eligible: '申报条件全部符合',
    ineligible: '有申报条件不符合',
    undetermined: '还有条件待确认，暂不能判断',
  } as Record<Assessment['verdict'], string>,
  status: { met: '符合', unmet: '不符合', unknown: '待确认' } as Record<Status, string>,
  preference: { met: '具备', unmet: '不具备', unknown: '待确认' } as Record<Status, string>,
  window: {
    'not-yet-open': ({ opens, closes }) =>
      `尚未开始申报：${opens ? `${chineseDay(opens)}至` : ''}${chineseDay(closes)}`,
    open: ({ closes, daysLeft }) => `正在申报：${chineseDay(closes)}截止${leftWords(daysLeft)}`,
    closed: ({ closes }) => `申报已于${chineseDay(closes)}截止`,
  } as Record<Window['status'], (window: Window) => string>,
  facts: { required: '要求', actual: '现状', gap: '差距', note: '说明' },
  basis: '依据',
  source: '原文',
  openClause: '查看原文条款',
  count: (all: number, met: number): string => `${all}项条件中${met}项符合。`,
  canApply: '现在可以申报。',
  day: chineseDay,
  foot: (asOf: string): string => `自查日期${chineseDay(asOf)}。自查结果，非正式审查结论；以主管部门审核为准。`,
  more: '更多',
  rules: (version: string): string => `规则版本 ${version}`,
  sections: { preferences: '同等条件下优先', commitments: '获评后要完成', support: '支持', schedule: '建议日程' },
  preparation: {
    form: '要填的表',
    evidence: '证明材料',
    submission: '报送方式',
    contact: '联系人',
  } as Record<Preparation, string>,
  listed: (title: string, count: number): string => `${title}（${count}）`,
  stated: (title: string, state: string): string => `${title}：${state}`,
  print: '打印',
  length: {
    language: 'zh' as 'zh' | 'en',
    title: '检查字数',
    hint: '粘贴要填写的文字即可，内容不会保存。',
    field: (title: string): string => `要检查的文字：${title}`,
    failed: '没能检查，请稍后再试。',
  },
}

export type AssessmentWords = typeof chinese

const english: AssessmentWords = {
  result: 'Result of the self-check',
  verdicts: {
    eligible: 'All conditions are met',
    ineligible: 'Some conditions are not met',
    undetermined: 'Some conditions are still to be confirmed',
  },
  status: { met: 'Met', unmet: 'Not met', unknown: 'To confirm' },
  preference: { met: 'Yes', unmet: 'No', unknown: 'To confirm' },
  window: {
    'not-yet-open': ({ opens, closes }) => `Not open yet: ${englishDay(opens)} to ${englishDay(closes)}`,
    open: ({ closes, daysLeft }) =>
      `Open until ${englishDay(closes)}${daysLeft === undefined ? '' : `, ${daysLeft} days left`}`,
    closed: ({ closes }) => `Closed on ${englishDay(closes)}`,
  },
  facts: { required: 'Required', actual: 'Yours', gap: 'Missing', note: 'Note' },
  basis: 'Clause',
  source: 'clause',
  openClause: 'Open the clause',
  count: (all, met) => `${met} of ${all} conditions met. `,
  canApply: 'You can apply now.',
  day: englishDay,
  foot: (asOf) =>
    `Checked on ${englishDay(asOf)}. A self-check, not an official decision; the authority’s review counts.`,
  more: 'More',
  rules: (version) => `Version of the rules: ${version}`,
  sections: {
    preferences: 'Preferred where all else is equal',
    commitments: 'To be reached after the award',
    support: 'Support',
    schedule: 'Suggested schedule',
  },
  preparation: { form: 'Forms', evidence: 'Evidence', submission: 'How to submit', contact: 'Contact' },
  listed: (title, count) => `${title} (${count})`,
  stated: (title, state) => `${title}: ${state}`,
  print: 'Print',
  length: {
    language: 'en',
    title: 'Check the length',
    hint: 'Paste your text here. It is not kept.',
    field: (title) => `Text to check: ${title}`,
    failed: 'Could not check it. Please try again later.',
  },
}

/** What the card of an assessment says of its own. */
export const assessmentWords = (language?: Language): AssessmentWords => (language === 'en' ? english : chinese)
