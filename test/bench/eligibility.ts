import fc from 'fast-check'
import { Engine, type NestedCondition, type RuleProperties } from 'json-rules-engine'
import { checkProgramme } from '../../services/eligibility/check-programme.ts'
import type { ResolvedProgramme } from '../../services/eligibility/resolve-programmes.ts'
import type { Condition } from '../../services/eligibility/document-conditions.ts'
import { type Answers, isOnFigures } from '../../services/eligibility/rule.ts'
import { completeAnswers } from '../services/eligibility/arbitrary-answers.ts'
import { resolved } from '../services/eligibility/resolved.ts'
import type { Figure } from './figure.ts'

const asOf = '2025-06-10'
const casesPerProgramme = 500
const milliseconds = 1500

type Case = { programme: ResolvedProgramme; answers: Answers }

/** A condition in the words of json-rules-engine, which knows no unknown: a fact is there or the run fails. */
function translate(condition: Condition): NestedCondition {
  if ('allOf' in condition) return { all: condition.allOf.map(translate) }
  if ('anyOf' in condition) return { any: condition.anyOf.map(translate) }
  if ('oneOf' in condition) return { fact: condition.fact, operator: 'in', value: [...condition.oneOf] }
  if ('is' in condition) return { fact: condition.fact, operator: 'equal', value: condition.is }
  if (isOnFigures(condition) && condition.atLeast !== undefined)
    return { fact: condition.fact, operator: 'greaterThanInclusive', value: condition.atLeast }
  throw new Error(`none of the programmes that ship says ${JSON.stringify(condition)}`)
}

function engineFor({ criteria, preferences }: ResolvedProgramme): Engine {
  const rules = [...criteria, ...preferences].map((rule): RuleProperties => ({
    name: rule.id,
    conditions: { all: [translate(rule.condition)] },
    event: { type: rule.id },
  }))
  return new Engine(rules)
}

/** How often `work` is done with one case after the other in about the given time, per second. */
async function rate(cases: readonly Case[], work: (one: Case) => unknown): Promise<number> {
  const start = performance.now()
  let done = 0
  while (performance.now() - start < milliseconds) {
    for (const one of cases) await work(one)
    done += cases.length
  }
  return (done / (performance.now() - start)) * 1000
}

/**
 * Measures the checker beside json-rules-engine, which holds the criteria and preferences of the same four programmes,
 * on the same complete answers in the same run. The checker also says why, how far and with which clause.
 *
 * @throws {Error} When the two disagree on a case.
 */
export async function measureEligibility(): Promise<Figure[]> {
  const cases = resolved.flatMap((programme) =>
    fc
      .sample(completeAnswers(programme), { numRuns: casesPerProgramme, seed: 2025 })
      .map((answers) => ({ programme, answers })),
  )
  const engines = new Map(resolved.map((programme) => [programme.id, engineFor(programme)]))
  const runEngine = ({ programme, answers }: Case) => engines.get(programme.id)!.run({ ...answers })
  for (const one of cases) {
    const { criteria, preferences } = checkProgramme(one.programme, one.answers, asOf)
    const met = [...criteria, ...preferences].filter(({ status }) => status === 'met').map(({ id }) => id)
    const { events } = await runEngine(one)
    const agreed =
      met.toSorted().join() ===
      events
        .map(({ type }) => type)
        .toSorted()
        .join()
    if (!agreed) throw new Error(`${one.programme.id}: json-rules-engine disagrees on ${JSON.stringify(one.answers)}`)
  }
  const checks = await rate(cases, ({ programme, answers }) => checkProgramme(programme, answers, asOf))
  const others = await rate(cases, runEngine)
  return [
    { name: 'eligibility checks', value: checks, unit: '1/s' },
    { name: 'json-rules-engine checks', value: others, unit: '1/s' },
    { name: 'eligibility checks per json-rules-engine check', value: checks / others, unit: '' },
  ]
}
