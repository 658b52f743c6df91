import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Interview } from '../../../services/conversations/interview.ts'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import type { FactKey } from '../../../services/eligibility/document-facts.ts'
import type { Answers } from '../../../services/eligibility/rule.ts'
import {
  answerOpen,
  back,
  isRelevant,
  leftToAsk,
  limitsOf,
  reopen,
  sourceOf,
  standingOf,
  startInterview,
} from '../../../services/interview/standing.ts'
import { arbitraryAnswers } from '../eligibility/arbitrary-answers.ts'
import { programmeOf, resolved } from '../eligibility/resolved.ts'

const day = '2025-06-10'
type Programme = (typeof resolved)[number]

/** Answers every open question from one set of answers; null where the set has none. */
function complete(programme: Programme, answers: Answers, from = startInterview(programme)): Interview {
  let interview = from
  for (let open; (open = standingOf(programme, interview).open) !== undefined;) {
    interview = answerOpen(programme, interview, answers[open] ?? null)
  }
  return interview
}

function asked(programme: Programme, answers: Answers): FactKey[] {
  return standingOf(programme, complete(programme, answers)).path
}

describe('what is asked', () => {
  const eligible = {
    isShanghaiMedicalInstitution: true,
    registeredInPatentSystem: true,
    inventoryCompleted: true,
    validInventionPatents: 120,
    inventoryRatePercent: 100,
    industrializationRatePercent: 12,
    incomeSince2023Wan: 520,
  }
  const center = programmeOf('medical-center-2025')
  test('stands in the notice’s order, without what is decided already', () => {
    expect(asked(center, eligible)).toEqual(Object.keys(eligible))
    expect(asked(center, { ...eligible, incomeSince2023Wan: 10 })).toEqual([...Object.keys(eligible), 'hasEquityCase'])
  })
  test('goes on after a criterion has failed, and leaves out what else that criterion reads', () => {
    const path = asked(center, { ...eligible, isShanghaiMedicalInstitution: false })
    expect(path).toEqual(Object.keys(eligible).filter((key) => !/^(?:registered|inventoryC)/.test(key)))
  })
  test('ends with preferences, unless a criterion is unmet', () => {
    const university = programmeOf('university-center-2022')
    const yes = { isShanghaiUniversity: true, willingToBuild: true, hasResources: true, operationCases: 3 }
    expect(asked(university, yes).slice(-2)).toEqual(['isNationalIpUniversity', 'hasUniversityListedAward'])
    expect(asked(university, { ...yes, operationCases: 0 })).toEqual(Object.keys(yes))
  })
  test('rests on a clause and is held against the limits of its programme', () => {
    for (const programme of resolved)
      for (const key of programme.factKeys) expect(sourceOf(programme, key)).toBeDefined()
    expect(limitsOf(center, 'industrializationRatePercent')).toEqual([10, 20])
  })
})

describe('moving about', () => {
  const center = programmeOf('medical-center-2025')
  const start = startInterview(center)
  test('there is nothing before the first question', () => expect(back(center, start)).toBeUndefined())
  test('back takes up the one before and keeps the rest', () => {
    const third = [true, true].reduce((interview, answer) => answerOpen(center, interview, answer), start)
    const second = back(center, third)!
    expect(standingOf(center, second).open).toBe('registeredInPatentSystem')
    const again = answerOpen(center, second, true)
    expect(standingOf(center, again)).toEqual(standingOf(center, third))
  })
  test('a question that was not asked can’t be edited', () => {
    expect(reopen(center, start, 'hasEquityCase')).toBeUndefined()
    expect(reopen(center, start, '__proto__')).toBeUndefined()
  })
  test('an answer that no longer counts is kept, and counts again when it is asked for again', () => {
    const answers = { incomeSince2023Wan: 10, hasEquityCase: true }
    const short = complete(center, answers)
    const rich = answerOpen(center, reopen(center, short, 'incomeSince2023Wan')!, 600)
    expect(standingOf(center, rich).answers).not.toHaveProperty('hasEquityCase')
    const back = answerOpen(center, reopen(center, rich, 'incomeSince2023Wan')!, 20)
    expect(standingOf(center, back).answers.hasEquityCase).toBe(true)
  })
  test('what is left after changed rules is worked out anew: answers to unknown facts do no harm', () => {
    const old = { ...start, answers: { ...start.answers, goneFact: true }, reopened: 'goneFact' }
    const standing = standingOf(center, old)
    expect(standing).toMatchObject({ open: 'isShanghaiMedicalInstitution', progress: { done: 0, total: 8 } })
  })
})

/** Answers, and moves made at random on the way: back, edit, skip, other answers. */
const walk = (programme: Programme) =>
  fc.record({
    final: arbitraryAnswers(programme),
    other: arbitraryAnswers(programme),
    moves: fc.array(
      fc.oneof(
        fc.constant({ kind: 'answer' as const }),
        fc.constant({ kind: 'skip' as const }),
        fc.constant({ kind: 'back' as const }),
        fc.record({ kind: fc.constant('edit' as const), key: fc.constantFrom(...programme.factKeys) }),
      ),
      { maxLength: 25 },
    ),
  })

describe.each(resolved)('in every interview of $id', (programme) => {
  test('each path ends, only relevant questions are asked, and progress counts what was answered', () => {
    fc.assert(
      fc.property(walk(programme), ({ other, final, moves }) => {
        let interview = startInterview(programme)
        const look = () => {
          const { open, answers, given, progress, path } = standingOf(programme, interview)
          expect(progress.done).toBe(given.length)
          expect(given).toEqual(expect.arrayContaining(path.filter((key) => answers[key] !== undefined)))
          expect(progress.total).toBeLessThanOrEqual(programme.factKeys.length)
          if (open === undefined) return
          const before = Object.fromEntries(path.slice(0, path.indexOf(open)).map((key) => [key, answers[key]]))
          expect(isRelevant(programme, open, before)).toBe(true)
          expect(leftToAsk(programme, standingOf(programme, interview))).toContain(open)
        }
        for (const move of moves) {
          const { open } = standingOf(programme, interview)
          if (move.kind === 'back') interview = back(programme, interview) ?? interview
          else if (move.kind === 'edit') interview = reopen(programme, interview, move.key) ?? interview
          else
            interview = answerOpen(programme, interview, move.kind === 'skip' || !open ? null : (other[open] ?? null))
          look()
        }
        let steps = 0
        while (standingOf(programme, interview).open !== undefined) {
          interview = answerOpen(programme, interview, final[standingOf(programme, interview).open!] ?? null)
          look()
          expect((steps += 1)).toBeLessThanOrEqual(programme.factKeys.length + 1)
        }
        const { progress, path } = standingOf(programme, interview)
        expect(progress).toEqual({ done: path.length, total: path.length })
      }),
    )
  })

  test('one with edits equals a fresh one with the final answers', () => {
    fc.assert(
      fc.property(arbitraryAnswers(programme), arbitraryAnswers(programme), (first, final) => {
        let interview = complete(programme, first)
        for (const key of programme.factKeys) {
          const edited = reopen(programme, interview, key)
          if (edited) interview = complete(programme, final, answerOpen(programme, edited, final[key] ?? null))
        }
        const fresh = standingOf(programme, complete(programme, final))
        expect(standingOf(programme, interview)).toEqual(fresh)
      }),
    )
  })

  test('the verdict is the checker’s on the same answers', () => {
    fc.assert(
      fc.property(arbitraryAnswers(programme), (answers) => {
        const { answers: counted } = standingOf(programme, complete(programme, answers))
        const statuses = (given: Answers) => {
          const { verdict, criteria } = checkProgramme(programme, given, day)
          return { verdict, criteria: criteria.map(({ status }) => status) }
        }
        expect(statuses(counted)).toEqual(statuses(answers))
      }),
    )
  })
})
