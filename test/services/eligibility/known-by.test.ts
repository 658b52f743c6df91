import { expect, test } from 'vitest'
import { factAt } from '../../../services/eligibility/document-facts.ts'
import { knownBy } from '../../../services/eligibility/known-by.ts'
import { knowers } from '../../../services/eligibility/knowers.ts'
import { resolveProgrammes } from '../../../services/eligibility/resolve-programmes.ts'
import { shippedProgrammes } from '../../../services/eligibility/shipped-programmes.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { pilotBase } from './pilot-base.ts'

const programmes = [...shippedProgrammes(), pilotBase]

test.each([
  ['incomeSince2023Wan', 'money'],
  ['inventoryRatePercent', 'rates'],
  ['registeredInPatentSystem', 'rates'],
  ['inventoryCompleted', 'rates'],
  ['validInventionPatents', 'patents'],
  ['operablePatents', 'patents'],
  ['hasIpRules', 'organisation'],
  ['hospitalLevel', 'organisation'],
  ['hasIpFunding', 'money'],
  // Of a programme that is none of those that ship, and declares nothing.
  ['revenueWan', 'money'],
  ['researchPercent', 'rates'],
  ['staffCount', 'organisation'],
  ['inventionPatents', 'patents'],
])('%s is known by those who have the %s', (key, knower) => {
  const { facts } = programmes.find((one) => one.facts[key])!
  expect(knownBy(factAt(facts, key))).toBe(knower)
})

test('whoever is declared is taken before whatever the name says', () => {
  const fact = factAt(pilotBase.facts, 'revenueWan')
  for (const knower of knowers) expect(knownBy({ ...fact, knownBy: knower })).toBe(knower)
})

test('who knows a fact is no part of the rules: declaring it makes no other version of them', () => {
  const notices = loadNotices()
  const [own] = shippedProgrammes()
  const declared = {
    ...own!,
    facts: Object.fromEntries(
      Object.entries(own!.facts).map(([key, fact]) => [key, { ...fact, knownBy: 'money' as const }]),
    ),
  }
  const versions = [own!, declared].map((one) => resolveProgrammes(notices, [one])[0]!.rulesVersion)
  expect(versions[0]).toBe(versions[1])
})
