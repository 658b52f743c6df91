import { afterAll, describe, expect, test } from 'vitest'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import type { Comparison, Condition } from '../../../services/eligibility/document-conditions.ts'
import { factAt } from '../../../services/eligibility/document-facts.ts'
import { type Answer, type Answers, comparisonsOf, evaluate, type Status } from '../../../services/eligibility/rule.ts'
import { targetOf } from '../../../services/eligibility/target.ts'
import { facts, notices, resolved, squeeze } from './resolved.ts'

const asOf = '2026-11-21'
const day = { asOf }

function clauseText(notice: string, id: string): string {
  const clause = notices.find((one) => one.id === notice)?.clauses.find((one) => one.id === id)
  if (!clause) throw new Error(`${notice} has no clause ${id}`)
  return squeeze(clause.quote)
}

/** The answer at the limit, the one a step above it and the one a step below. */
function stepsAround(comparison: Comparison): { at: Answer[]; beside: Answer[] } {
  const fact = factAt(facts, comparison.fact)
  if ('is' in comparison) return { at: [true], beside: [false] }
  if ('oneOf' in comparison) {
    const options = fact.type === 'choice' ? fact.options.map(({ value }) => value) : []
    return { at: [...comparison.oneOf], beside: options.filter((value) => !comparison.oneOf.includes(value)) }
  }
  if (!('atLeast' in comparison)) throw new Error('none of the programmes that ship sets another limit')
  const { atLeast = 0 } = comparison
  const step = fact.type === 'int' ? 1 : 0.1
  const above = fact.type === 'percent' ? Math.min(atLeast + step, 100) : atLeast + step
  return { at: [atLeast, above], beside: [atLeast - step, 0] }
}

/** Answers under which all of a condition but one comparison leaves the decision to that comparison. */
function leavingTo(chosen: Comparison, condition: Condition): Answers {
  if ('fact' in condition || 'unsettled' in condition) return {}
  if (!('anyOf' in condition) && !('allOf' in condition)) throw new Error('none of those that ship is of this kind')
  const isAny = 'anyOf' in condition
  const parts = isAny ? condition.anyOf : condition.allOf
  const answers = parts.map((part) => {
    if (comparisonsOf(part).includes(chosen)) return leavingTo(chosen, part)
    return Object.fromEntries(comparisonsOf(part).map((one) => [one.fact, isAny ? failing(one) : targetOf(one, facts)]))
  })
  return Object.assign({}, ...answers)
}

function failing(comparison: Comparison): Answer | undefined {
  return stepsAround(comparison).beside[0]
}

describe.each(resolved)('$id', (programme) => {
  const assessment = checkProgramme(programme, {}, asOf)
  const sources = [
    assessment.window.source,
    ...assessment.criteria.map(({ source }) => source),
    ...assessment.preferences.map(({ source }) => source),
    ...assessment.commitments.map(({ source }) => source),
    ...assessment.support.sources,
    ...assessment.preparation.flatMap(({ source }) => source ?? []),
  ]

  test('every quote stands verbatim in its clause', () => {
    expect(sources.length).toBeGreaterThan(15)
    for (const { notice, clause, quote } of sources) {
      expect(notice).toBe(programme.notice)
      expect(clauseText(notice, clause)).toContain(squeeze(quote))
    }
  })

  test('every limit is a number of its quote, but for the one that the notice leaves open', () => {
    for (const criterion of programme.criteria) {
      for (const one of comparisonsOf(criterion.condition)) {
        if ('atLeast' in one && !criterion.words) expect(criterion.quote).toMatch(new RegExp(`\\D${one.atLeast}\\D`))
      }
    }
  })

  test('no fact is asked for that no condition reads', () => {
    const rules = [...programme.criteria, ...programme.preferences]
    const read = rules.flatMap(({ condition }) => comparisonsOf(condition)).map(({ fact }) => fact)
    expect([...programme.factKeys].sort()).toEqual([...new Set(read)].sort())
  })

  const rules = [...programme.criteria, ...programme.preferences]
  const cases = rules.flatMap(({ id, condition }) =>
    comparisonsOf(condition).flatMap((comparison) => {
      const rest = leavingTo(comparison, condition)
      const { at, beside } = stepsAround(comparison)
      const given = (answer: Answer | undefined, status: Status) => ({
        id,
        condition,
        comparison,
        rest,
        answer,
        status,
      })
      return [
        ...at.map((answer) => given(answer, 'met')),
        ...beside.map((answer) => given(answer, 'unmet')),
        given(null, 'unknown'),
        given(undefined, 'unknown'),
      ]
    }),
  )

  test.each(cases.map((one) => ({ ...one, fact: one.comparison.fact })))(
    '$id with $fact $answer is $status',
    ({ id, condition, comparison, rest, answer, status }) => {
      const answers = { ...rest, [comparison.fact]: answer }
      expect(evaluate(condition, answers)).toBe(status)
      const result = checkProgramme(programme, answers, asOf)
      const told = [...result.criteria, ...result.preferences].find((one) => one.id === id)!
      expect(told.status).toBe(status)
      const missing = 'missing' in told ? told.missing : undefined
      if ('required' in told) expect(missing).toEqual(status === 'unknown' ? [comparison.fact] : undefined)
      if ('required' in told) expect('gap' in told).toBe(status === 'unmet')
    },
  )

  test('is eligible with every answer at its limit, whatever the preferences say', () => {
    const best = programme.criteria
      .flatMap(({ condition }) => comparisonsOf(condition))
      .map((one) => [one.fact, targetOf(one, facts)])
    for (const preferred of [true, false, null]) {
      const others = programme.preferences
        .flatMap(({ condition }) => comparisonsOf(condition))
        .map(({ fact }) => [fact, preferred])
      expect(checkProgramme(programme, Object.fromEntries([...best, ...others]), asOf).verdict).toBe('eligible')
    }
  })

  test('is undetermined without answers, every answer missing', () => {
    expect(assessment).toMatchObject({ programme: programme.id, ...day, verdict: 'undetermined', canApplyNow: false })
    const missing = assessment.criteria.flatMap((criterion) => criterion.missing ?? [])
    expect(missing).toEqual([
      ...new Set(programme.criteria.flatMap(({ condition }) => comparisonsOf(condition)).map(({ fact }) => fact)),
    ])
  })
})

/** Where each notice states who may apply, on what conditions, and what an awardee must reach. */
const provisions: Record<string, { conditions: RegExp; goals: RegExp }> = {
  'medical-center-2025': { conditions: /^1\.[12]\./, goals: /^1\.3\.\d/ },
  'medical-promotion-2025': { conditions: /^2\.[12]\./, goals: /^2\.3\.\d/ },
  'medical-center-2022': { conditions: /^(1\.p1|2\.)/, goals: /^4\.2\.\d/ },
  'university-center-2022': { conditions: /^1\./, goals: /^2\.1\.\d/ },
}

describe('coverage of the notices', () => {
  const lines: string[] = []
  afterAll(() => console.log(lines.join('\n')))

  test.each(resolved)(
    '$id: every condition is claimed by a criterion or preference, every goal by a commitment',
    ({ id }) => {
      const programme = resolved.find((one) => one.id === id)!
      const clauses = notices.find((notice) => notice.id === programme.notice)!.clauses
      for (const part of ['conditions', 'goals'] as const) {
        const stated = clauses.filter((clause) => provisions[id]![part].test(clause.id) && clause.kind !== 'heading')
        const rules = part === 'conditions' ? [...programme.criteria, ...programme.preferences] : programme.commitments
        for (const clause of stated) {
          const claims = rules.filter(({ source }) => source.clause === clause.id)
          lines.push(`${id} ${clause.id} ${claims.map((claim) => claim.id).join(', ')}`)
          expect(claims, `${id} ${clause.id} ${clause.text}`).not.toEqual([])
          // Each number with a unit is in the words of one of the rules: no limit of the clause is left out.
          const words = claims.map(({ quote }) => squeeze(quote)).join()
          const numbers = squeeze(clause.quote).match(/\d+(?:件|%|万元|家|次|份|人|项|所)/gu) ?? []
          for (const number of numbers) expect(words).toContain(number)
        }
        expect(stated.length).toBeGreaterThan(1)
      }
    },
  )
})
