import { expect, test } from 'vitest'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { programmesInUse } from '../../../services/eligibility/programmes-in-use.ts'
import { shippedProgrammes } from '../../../services/eligibility/shipped-programmes.ts'
import { pilotBase, pilotNotice } from './pilot-base.ts'
import { notices } from './resolved.ts'

const published = [{ document: pilotBase, original: pilotNotice }]

function edited(from: string, to: string) {
  const { source, clauses: _, ...metadata } = pilotNotice
  expect(source).toContain(from)
  return parseNotice(metadata, source.replace(from, to))
}

test('what staff have published stands beside the programmes that ship, newest first', () => {
  const { programmes, suspended } = programmesInUse([...notices, pilotNotice], notices, undefined, published)
  expect(programmes.map(({ id }) => id)).toEqual(['pilot-base-2027', ...shippedProgrammes().map(({ id }) => id)])
  expect(programmes[0]!.changes).toBeUndefined()
  expect(suspended).toEqual([])
})

test('one of the same id takes the place of the one that ships', () => {
  const [shipped] = shippedProgrammes()
  const document = { ...shipped!, title: '改过的名称' }
  const original = notices.find(({ id }) => id === document.notice)!
  const { programmes } = programmesInUse(notices, notices, undefined, [{ document, original }])
  expect(programmes.filter(({ id }) => id === document.id).map(({ title }) => title)).toEqual(['改过的名称'])
  expect(programmes).toHaveLength(shippedProgrammes().length)
})

test('where its notice changes, what it still says is checked and the rest is left open by name', () => {
  const now = edited('不超过300人', '不超过200人')
  const { programmes } = programmesInUse([now], [], [], published)
  expect(programmes[0]!.changes).toEqual([{ part: 'criterion', id: 'size', title: '规模' }])
  expect(programmes[0]!.criteria.find(({ id }) => id === 'size')!.condition).toHaveProperty('unsettled')
})

test('where its amount changes, that is named, and the programme is checked on', () => {
  const now = edited('最高不超过100万元', '最高不超过80万元')
  const { programmes, suspended } = programmesInUse([now], [], [], published)
  expect(suspended).toEqual([])
  expect(programmes[0]!.changes).toMatchObject([{ part: 'support' }])
  expect(programmes[0]!.amounts).toEqual([])
})

test('without its notice it is suspended, and keeps what it asks', () => {
  const { programmes, suspended } = programmesInUse(notices, notices, [], published)
  expect(programmes).toEqual([])
  expect(suspended).toMatchObject([{ id: 'pilot-base-2027', reason: 'notice-removed', facts: pilotBase.facts }])
})
