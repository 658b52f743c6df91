import { describeAnswer } from './actual.ts'
import type { Assessment, Change, Confirmation } from './assessment.ts'
import type { Pace } from './fact.ts'
import { facts } from './facts.ts'
import { writeFigure } from './figure.ts'
import { shortfallOf } from './gap.ts'
import { requirementOf } from './requirement.ts'
import type { Answers, Comparison } from './rule.ts'

type When = Change['when']
export type WindowStatus = Assessment['window']['status']

/** From what can't be done to what can be done at once. */
export const latestFirst: readonly When[] = ['never', 'later', 'before-deadline']

/** 有效发明专利从88件增加到100件（还差12件）; 完成存量专利盘点工作（现未完成存量专利盘点）. */
export function describeChange(comparison: Comparison, answers: Answers, windowStatus: WindowStatus): Change {
  const key = comparison.fact
  const fact = facts[key]
  const from = answers[key]!
  const text =
    'unit' in fact && 'atLeast' in comparison
      ? `${fact.label}从${writeFigure(Number(from))}${fact.unit}增加到${limitOf(comparison)}（${shortfallOf(comparison, answers)}）`
      : `${needOf(comparison)}（现${describeAnswer(key, from)}）`
  return { key, from, to: targetOf(comparison), text, when: whenOf(fact.pace, windowStatus), why: fact.paceNote }
}

/** 盘点率达到100%（未填写）; 完成存量专利盘点工作（未填写）. */
export function describeConfirmation(comparison: Comparison): Confirmation {
  const key = comparison.fact
  const need = 'atLeast' in comparison ? `${facts[key].label}达到${limitOf(comparison)}` : needOf(comparison)
  return { key, to: targetOf(comparison), text: `${need}（未填写）` }
}

function needOf(comparison: Comparison): string {
  return requirementOf(comparison).replace(/^需/, '')
}

function limitOf({ fact: key, atLeast }: Extract<Comparison, { atLeast: number }>): string {
  const fact = facts[key]
  return `${writeFigure(atLeast)}${'unit' in fact ? fact.unit : ''}`
}

/** After the window has closed nothing can change in time. */
function whenOf(pace: Pace, windowStatus: WindowStatus): When {
  if (pace === 'fixed') return 'never'
  return pace === 'slow' || windowStatus === 'closed' ? 'later' : 'before-deadline'
}

/** The least answer that meets a comparison. */
export function targetOf(comparison: Comparison): boolean | number | string {
  if ('atLeast' in comparison) return comparison.atLeast
  return 'oneOf' in comparison ? comparison.oneOf[0]! : true
}

const closings: Record<Exclude<When, 'never'>, string> = {
  'before-deadline': '各项都可以在截止前补齐。',
  later: '其中有的难以在截止前完成，可为今后申报作准备。',
}

/** What can't be changed, and that nothing else helps: 要求为本市医疗卫生机构（现不是本市医疗卫生机构），不能靠补充条件改变. */
function describeObstacle(changes: readonly Change[]): string {
  const fixed = changes.filter(({ when }) => when === 'never')
  const needs = fixed.map(({ text }) => `要求${text}`).join('；')
  const reasons = [...new Set(fixed.map(({ why }) => why))].join('，')
  return `${needs}，不能靠补充条件改变（${reasons}）；补齐其他条件也达不到申报条件。`
}

/** The whole fix in one paragraph. */
export function describeFix(
  changes: readonly Change[],
  confirmations: readonly Confirmation[],
  when: When,
  windowStatus: WindowStatus,
): string {
  if (when === 'never') return describeObstacle(changes)
  const paces: Record<When, string> = {
    'before-deadline': '，可在截止前完成',
    later: windowStatus === 'closed' ? '' : '，难以在截止前完成',
    never: '',
  }
  const needs = changes.map((change) => change.text + paces[change.when]).join('；')
  const unknowns = confirmations.map(({ text }) => text).join('；')
  const toConfirm = confirmations.length > 0 ? `另有${confirmations.length}项待确认：${unknowns}。` : ''
  const closing =
    windowStatus === 'closed' && when === 'later' ? '本次申报已经截止，只供今后申报参考。' : closings[when]
  return `最少需补齐${changes.length}项：${needs}。${toConfirm}${closing}`
}
