import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import type { Interview } from '../../../services/conversations/interview.ts'
import { checkOf, mergedAnswers } from '../../../services/colleagues/check-of.ts'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import { resolveProgrammes } from '../../../services/eligibility/resolve-programmes.ts'
import type { Answer, Answers } from '../../../services/eligibility/rule.ts'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { awaitGiven, disputed, giversOf, stopAwaiting, takeGiven } from '../../../services/interview/given.ts'
import { answerKey, standingOf, startInterview } from '../../../services/interview/standing.ts'
import { arbitraryAnswers } from '../eligibility/arbitrary-answers.ts'

const notices = loadNotices()
const programmes = resolveProgrammes(notices)
const known = { programmes, catalogue: buildCatalogue(notices) }
const today = '2026-11-21'
const roles = { a: '财务处', b: '知识产权办', c: '办公室' } as const
type Link = keyof typeof roles

type Step =
  | { kind: 'own'; key: string; answer: Answer }
  | { kind: 'given'; by: Link; key: string; answer: Answer }
  | { kind: 'asked'; by: Link; key: string }
  | { kind: 'revoked'; by: Link }

/** What was said of each fact, by whom; the owner's word settles. */
type Model = Map<string, { said: Map<Link | 'own', Answer>; awaited: Set<Link> }>

function stepped(model: Model, step: Step): void {
  if (step.kind === 'revoked') {
    for (const fact of model.values()) fact.awaited.delete(step.by)
    return
  }
  const fact = model.get(step.key) ?? { said: new Map<Link | 'own', Answer>(), awaited: new Set<Link>() }
  model.set(step.key, fact)
  if (step.kind === 'asked') {
    fact.said.delete(step.by)
    fact.awaited.add(step.by)
  } else if (step.kind === 'given') {
    fact.awaited.delete(step.by)
    fact.said.set(step.by, step.answer)
  } else {
    fact.awaited.clear()
    for (const [who, answer] of fact.said) if (answer !== step.answer || answer === null) fact.said.delete(who)
    fact.said.set('own', step.answer)
  }
}

/** The one known answer of all that was said, or none. */
function merged(model: Model): Answers {
  return Object.fromEntries(
    [...model].map(([key, { said }]) => {
      const sure = new Set([...said.values()].filter((answer) => answer !== null))
      return [key, sure.size === 1 ? [...sure][0]! : null]
    }),
  )
}

function taken(interview: Interview, step: Step): Interview {
  if (step.kind === 'own') return answerKey(interview, step.key, step.answer)
  if (step.kind === 'revoked') return stopAwaiting(interview, step.by)
  const giver = { by: step.by, role: roles[step.by], on: today }
  if (step.kind === 'asked') return awaitGiven(interview, [step.key], giver)
  return takeGiven(interview, step.key, { ...giver, answer: step.answer })
}

describe.each(programmes)('$id', (programme) => {
  const key = fc.constantFrom(...programme.factKeys)
  const by = fc.constantFrom<Link>('a', 'b', 'c')
  const answers = arbitraryAnswers(programme)
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc
      .record({ kind: fc.constant('own' as const), key, answers })
      .map(({ answers: all, ...one }) => ({ ...one, answer: all[one.key] ?? null })),
    fc
      .record({ kind: fc.constant('given' as const), by, key, answers })
      .map(({ answers: all, ...one }) => ({ ...one, answer: all[one.key] ?? null })),
    fc.record({ kind: fc.constant('asked' as const), by, key }),
    fc.record({ kind: fc.constant('revoked' as const), by }),
  )

  test('the verdict is the checker’s on the answers of all, whoever gave them in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const model: Model = new Map()
        let interview = startInterview(programme)
        for (const one of steps) {
          stepped(model, one)
          interview = taken(interview, one)
        }
        const expected = checkProgramme(programme, merged(model), today)
        const found = checkOf({ programme, interview, known, today })
        expect(found.verdict).toBe(expected.verdict)
        expect(found.criteria.map(({ status }) => status)).toEqual(expected.criteria.map(({ status }) => status))
        expect(found.answers).toEqual(expected.answers)
        // In the chat the same comes out, once nothing is open.
        const { open, answers: asked } = standingOf(programme, interview)
        if (open === undefined) expect(checkProgramme(programme, asked, today).verdict).toBe(expected.verdict)
        for (const fact of programme.factKeys) {
          const isOpen = new Set([...(model.get(fact)?.said.values() ?? [])].filter((one) => one !== null)).size > 1
          expect(disputed(interview, fact).length > 1).toBe(isOpen)
          for (const one of giversOf(interview, fact)) expect(one.answer).toEqual(interview.answers[fact])
        }
        expect(mergedAnswers(programme, interview)).toEqual(
          Object.fromEntries(Object.entries(interview.answers).filter(([, answer]) => answer !== undefined)),
        )
      }),
      { numRuns: 300 },
    )
  })
})
