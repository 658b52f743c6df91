import { describeAnswer } from './actual.ts'
import type { Assessment, Change, Confirmation } from './assessment.ts'
import type { Bounds, Comparison } from './document-conditions.ts'
import { type Fact, factAt, type Facts, type FigureFact } from './document-facts.ts'
import { writeFigure } from './figure.ts'
import { brokenBound, shortfallOf } from './gap.ts'
import { requirementOf } from './requirement.ts'
import { type Answers, isOnFigures } from './rule.ts'
import { targetOf } from './target.ts'

type When = Change['when']
export type WindowStatus = Assessment['window']['status']

/** From what can't be done to what can be done at once. */
export const latestFirst: readonly When[] = ['never', 'later', 'before-deadline']

/** 有效发明专利从88件增加到100件（还差12件）; 完成存量专利盘点工作（现未完成存量专利盘点）. */
export function describeChange(
  comparison: Comparison,
  answers: Answers,
  windowStatus: WindowStatus,
  facts: Facts,
): Change {
  const key = comparison.fact
  const fact = factAt(facts, key)
  const from = answers[key]!
  const text =
    'unit' in fact && isOnFigures(comparison)
      ? `${fact.label}从${writeFigure(Number(from))}${fact.unit}${wayTo(comparison, fact, Number(from))}（${shortfallOf(comparison, answers, facts)}）`
      : `${needOf(comparison, facts)}（现${describeAnswer(fact, from)}）`
  const to = targetOf(comparison, facts, answers)
  return { key, from, to, text, when: whenOf(fact.pace, windowStatus), why: fact.paceNote }
}

/** 增加到100件, 增加到超过500万元, 减少到50人. */
function wayTo(comparison: Bounds, { unit }: FigureFact, from: number): string {
  const { limit, isUpper, isIn } = brokenBound(comparison, from)
  const beside = isIn ? '' : isUpper ? '不足' : '超过'
  return `${isUpper ? '减少' : '增加'}到${beside}${writeFigure(limit)}${unit}`
}

/** 盘点率达到100%（未填写）; 完成存量专利盘点工作（未填写）. */
export function describeConfirmation(comparison: Comparison, facts: Facts): Confirmation {
  const key = comparison.fact
  const fact = factAt(facts, key)
  const isLeast = 'unit' in fact && 'atLeast' in comparison && Object.keys(comparison).length === 2
  const need = isLeast ? `${fact.label}达到${writeFigure(comparison.atLeast!)}${fact.unit}` : needOf(comparison, facts)
  return { key, to: targetOf(comparison, facts), text: `${need}（未填写）` }
}

function needOf(comparison: Comparison, facts: Facts): string {
  return requirementOf(comparison, facts).replace(/^需/, '')
}

/** After the window has closed nothing can change in time. */
function whenOf(pace: Fact['pace'], windowStatus: WindowStatus): When {
  if (pace === 'fixed') return 'never'
  return pace === 'slow' || windowStatus === 'closed' ? 'later' : 'before-deadline'
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
