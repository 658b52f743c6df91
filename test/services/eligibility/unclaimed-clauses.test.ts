import { describe, expect, test } from 'vitest'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { shippedProgrammes } from '../../../services/eligibility/shipped-programmes.ts'
import { unclaimedClauses } from '../../../services/eligibility/unclaimed-clauses.ts'
import { unnamedFigures } from '../../../services/eligibility/unnamed-figures.ts'
import { pilotBase, pilotNotice } from './pilot-base.ts'

describe('provisions beside the conditions that no rule rests on', () => {
  test('there are none where every condition has its rule', () => {
    expect(unclaimedClauses(pilotBase, pilotNotice)).toEqual([])
  })

  test('a condition whose rule is left out is one of them', () => {
    const criteria = pilotBase.criteria.filter(({ id }) => id !== 'size')
    const texts = unclaimedClauses({ ...pilotBase, criteria }, pilotNotice).map(({ text }) => text)
    expect(texts).toEqual([expect.stringContaining('职工人数不超过300人')])
  })

  test.each(shippedProgrammes().map((document) => [document.id, document] as const))('%s has none', (_, document) => {
    const notice = loadNotices().find(({ id }) => id === document.notice)!
    expect(unclaimedClauses(document, notice).map(({ text }) => text)).toEqual([])
  })
})

describe('limits that the quoted words do not name', () => {
  test('there are none in rules that follow their words', () => {
    expect(pilotBase.criteria.flatMap((one) => unnamedFigures(one))).toEqual([])
  })

  test('a limit that somebody has typed wrongly is one', () => {
    const [criterion] = pilotBase.criteria.filter(({ id }) => id === 'size')
    const condition = {
      allOf: [
        { fact: 'staffCount', atMost: 330 },
        { fact: 'revenueWan', atMost: 20_000 },
      ],
    }
    expect(unnamedFigures({ ...criterion!, condition })).toEqual([330])
    expect(unnamedFigures({ ...criterion!, condition, notice: 'amending' })).toEqual([])
  })
})
