import { expect, test } from 'vitest'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { factTexts, framedInEnglish } from '../../../services/eligibility/fact-texts.ts'
import { factKeys, facts } from '../../../services/eligibility/facts.ts'
import { programmes } from '../../../services/eligibility/programmes.ts'
import type { Assessment } from '../../../services/eligibility/assessment.ts'
import { realApp } from '../../support/real-app.ts'
import { talk } from './interview-talk.ts'

/** The programmes as if they had been drafted later: nothing of theirs has been put into English. */
const drafted = programmes.map((programme) => ({ ...programme, id: `drafted-${programme.id}` }))
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

test.each(factKeys)('without English %s is asked in an English frame round its Chinese', (key) => {
  const { label, prompt, help, why } = framedInEnglish(facts[key])
  const { prompt: asked, unit } = factTexts(key)
  expect(prompt).toBe(`This question is in Chinese only: “${asked}”`)
  for (const text of [label, help, why, unit === undefined ? '' : framedInEnglish(facts[key]).unit!])
    expect(frameOf(text)).not.toMatch(chinese)
})
