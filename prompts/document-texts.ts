import type { Widened } from './widened.ts'

/** The fixed texts of the files that people take home. */
export const documentTexts = {
  names: {
    'self-check.docx': '申报条件自查表',
    'preparation.docx': '申报准备清单',
    'deadline.ics': '截止日期',
    'assessment.json': '自查数据',
  },
  labels: {
    'self-check.docx': '自查表（Word）',
    'preparation.docx': '准备清单（Word）',
    'deadline.ics': '截止日期（日历）',
    'assessment.json': '全部数据（JSON）',
  },
  calendarOver: '申报已经截止，不再提供日历文件。',
  noRuling: '自查结果，非正式审查结论',
  noRulingList: '准备清单供自查参考，以通知原文和主管部门要求为准',
  programme: '自查项目',
  noticeNamed: (title: string, number: string): string => `《${title}》${number === '' ? '' : `（${number}）`}`,
  notice: '依据通知',
  asOf: '自查日期',
  rulesVersion: '规则版本',
  window: '申报时间',
  verdicts: {
    eligible: '申报条件全部符合',
    ineligible: '有申报条件不符合',
    undetermined: '还有条件待确认，暂不能判断',
  },
  statuses: { met: '✓ 符合', unmet: '✗ 不符合', unknown: '? 待确认' },
  answers: '一、填写的回答',
  criteria: '二、逐项核对',
  answerColumns: ['问题', '回答'],
  criterionColumns: ['申报条件', '要求', '现状', '结果', '依据条款（原文）'],
  noAnswer: '未填写',
  verdictLine: (verdict: string, canApplyNow: boolean): string =>
    `自查结果：${verdict}${canApplyNow ? '，现在可以申报' : ''}。`,
  nearestFixLine: (fix: string): string => `最近的补齐办法：${fix}`,
  commitment: (text: string, target: string): string => `${text}：${target}`,
  filled: (name: string, value: string): string => `${name}：${value}`,
  lineColumns: ['内容', '依据条款（原文）'],
  gap: (gap: string): string => `差距：${gap}`,
  preferences: '同等条件下优先',
  commitments: '获评后要完成',
  support: '支持',
  kinds: { form: '要填的表', evidence: '证明材料', submission: '报送方式', contact: '联系人' },
  itemColumns: ['', '内容', '依据条款（原文）'],
  proves: (title: string): string => `【证明：${title}】`,
  schedule: '建议日程（从通知所列的最后一天倒推）',
  scheduleColumns: ['日期', '事项'],
  /** What the person who fills in a document writes first: names and how many blanks stand for one not known. */
  filledIn: { unit: ['单位名称', 12], person: ['填表人', 6], date: ['日期', 8] },
  signature: '审核人：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿',
  deadlineEvent: (title: string): string => `申报截止：${title}`,
  deadlineNote: '日期以通知原文为准。',
  reminder: (days: number): string => `距申报截止还有${days}天`,
} as const

/** The texts of the files in any language. */
export type DocumentTexts = Widened<typeof documentTexts>
