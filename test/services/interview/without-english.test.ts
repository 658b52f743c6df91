import { expect, test } from 'vitest'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { factTexts, framedInEnglish } from '../../../services/eligibility/fact-texts.ts'
import { factAt } from '../../../services/eligibility/document-facts.ts'
import type { ProgrammeDocument } from '../../../services/eligibility/document.ts'
import { shippedProgrammes } from '../../../services/eligibility/shipped-programmes.ts'
import { factsOf } from '../../../services/eligibility/facts-of.ts'
import type { Assessment } from '../../../services/eligibility/assessment.ts'
import { realApp } from '../../support/real-app.ts'
import { talk } from './interview-talk.ts'

const programmes = shippedProgrammes()

/** The programmes as if they had been drafted later: nothing has been put into English but who may apply for the newest. */
const withoutEnglish = (value: unknown, key = ''): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return Array.isArray(value) ? value.map((one) => withoutEnglish(one)) : value
  const entries = Object.entries(value).filter(([name]) => name !== 'english' || key === 'isShanghaiMedicalInstitution')
  return Object.fromEntries(entries.map(([name, one]) => [name, withoutEnglish(one, name)]))
}
const drafted = programmes.map((programme) => ({
  ...(withoutEnglish(programme) as ProgrammeDocument),
  id: `drafted-${programme.id}`,
}))
const facts = factsOf(drafted)
const notices = JSON.parse(
  programmes.reduce((text, { id }) => text.replaceAll(`"${id}"`, `"drafted-${id}"`), JSON.stringify(loadNotices())),
) as Notice[]
const { say } = await realApp({ shipped: { notices, programmes: drafted } })

/** What is left once the words in quotation marks and brackets are taken away. */
const frameOf = (text: string): string => {
  const rest = text.replace(/“[^“”]*”|[(（][^()（）]*[)）]/gu, '')
  return rest === text ? rest : frameOf(rest)
}
const chinese = /\p{Script=Han}/u

test.each(drafted)('$id is held in English, its own words in quotation marks', async ({ id }) => {
  const one = await talk(say, 'hello, I want to be checked')
  await one.say(`/check ${id}`)
  expect(one.reply).toMatchObject({ kind: 'question', asks: { programme: id } })
  for (let steps = 0; one.reply.kind === 'question' && steps < 20; steps += 1) {
    expect(frameOf(one.reply.text)).not.toMatch(chinese)
    await one.say('no idea')
  }
  await one.say('confirm')
  const { criteria, commitments, support, preparation, language } = one.reply.assessment as Assessment
  expect(language).toBe('en')
  const told = [
    ...criteria.flatMap(({ title, required, actual, gap = '', note = '' }) => [title, required, actual, gap, note]),
    ...commitments.flatMap(({ text, target }) => [text, target]),
    ...[support.amountText, support.placesText, ...support.restrictions],
    ...preparation.map(({ text }) => text),
  ]
  for (const words of told) expect(frameOf(words)).not.toMatch(chinese)
  for (const { target, source } of commitments) expect(target).toBe(`In the notice: “${source.quote}”`)
})

test('whoever asks for a hospital is checked for the newest programme for hospitals', async () => {
  const one = await talk(say, 'Can our hospital apply?')
  expect(one.reply.asks?.programme).toBe('drafted-medical-center-2025')
})

test.each(Object.keys(facts))('without English %s is asked in an English frame round its Chinese', (key) => {
  const { label, prompt, help, why } = framedInEnglish(factAt(facts, key))
  const { prompt: asked, unit } = factTexts(factAt(facts, key))
  expect(prompt).toBe(`This question is in Chinese only: “${asked}”`)
  for (const text of [label, help, why, unit === undefined ? '' : framedInEnglish(factAt(facts, key)).unit!])
    expect(frameOf(text)).not.toMatch(chinese)
})
