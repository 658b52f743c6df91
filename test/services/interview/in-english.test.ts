import { describe, expect, test } from 'vitest'
import { factTexts } from '../../../services/eligibility/fact-texts.ts'
import { factAt } from '../../../services/eligibility/document-facts.ts'
import type { Reply } from '../../../services/reply.ts'
import { realApp } from '../../support/real-app.ts'
import { factKeys, facts, resolved } from '../eligibility/resolved.ts'
import { sends, talk } from './interview-talk.ts'

const { say } = await realApp()

/** Chinese that may stand in an English reply: names in brackets, addresses and places of clauses. */
const withoutNames = (text: string) =>
  text.replace(/[(（][^()（）]*[)）]/gu, '').replace(/Clause: .*?(?=\.(?:\s|$))|“[^”]*”|Address: .*|Ask: .*/gu, '')
const seen = ({ text, actions, table }: Reply) =>
  [text, ...actions.map(({ label }) => label), ...(table?.rows.flat().map((cell) => cell.text) ?? [])].map(withoutNames)

describe('English is declared once for', () => {
  test.each(factKeys)('the fact %s, with what its kind needs', (key) => {
    const fact = factAt(facts, key)
    expect(fact.english).toBeDefined()
    const { label, prompt, help, why, need, unit, options } = factTexts(fact, 'en')
    for (const text of [label, prompt, help, why]) expect(text).toMatch(/[a-z]{3}/u)
    if (fact.type === 'bool') expect(need).toBeDefined()
    if ('unit' in fact) expect(unit).toBeDefined()
    if (fact.type === 'choice') expect(Object.keys(options!)).toEqual(fact.options.map(({ value }) => value))
  })

  test.each(resolved)('each part of $id', (programme) => {
    const { criteria, preferences, commitments, preparation, preparationInEnglish } = programme
    expect(Object.keys(preparationInEnglish)).toEqual(preparation.map(({ id }) => id))
    for (const { id, english } of [programme, ...criteria, ...preferences, ...commitments])
      expect(english, id).toBeDefined()
  })
})

/** Figures without their marks: 200,000 and 20万 are one. */
const figuresIn = (text: string): string[] =>
  [...text.replace(/(?<=\d),(?=\d{3})/gu, '').matchAll(/\d+(?:\.\d+)?/gu)].map(([figure]) => figure)

test.each(resolved)('no English figure of $id is another than that of the rules and the clause', (programme) => {
  const { commitments, support } = programme
  const money = programme.supportInEnglish!
  for (const { english, text, target, source } of commitments)
    for (const figure of figuresIn(english!.text))
      expect(figuresIn(`${text}${target}${source.quote}`)).toContain(figure)
  const { amountWan, places } = support
  expect(figuresIn(money.amount).map(Number)).toEqual(amountWan === undefined ? [] : [amountWan * 10_000])
  expect(figuresIn(money.places).map(Number)).toEqual([places])
})

describe('who writes English', () => {
  test('is asked, told and judged in English from the first question to the last chip', async () => {
    const one = await talk(say, 'self-check')
    const heard: Reply[] = [...one.replies]
    const words = ['1', 'yes, we are', 'yep', 'not yet', 'about 150', '95 percent', '12.5', '6 million yuan', '/status']
    for (const said of [...words, '/confirm', 'What is missing?', 'What to prepare?', 'Change an answer', '4', '140']) {
      await one.say(said)
      heard.push(...one.replies)
    }
    await one.say('cancel')
    heard.push(...one.replies)
    for (const line of heard.flatMap(seen)) expect(line).not.toMatch(/\p{Script=Han}/u)
    expect(sends(one.reply)).toEqual(['Leave', 'Go on'])
    const verdict = heard.find(({ kind }) => kind === 'assessment')!
    expect(verdict.text).toMatch(/^2025 Shanghai medical IP operation centre: 2 conditions not met\./u)
    expect(verdict.text).toContain('Inventory rate: 95%')
    expect(sends(verdict).slice(0, 3)).toEqual(['What is missing?', 'What to prepare?', 'Change an answer'])
    expect((verdict.assessment as { verdict: string }).verdict).toBe('ineligible')
    for (const { quote } of verdict.citations) expect(quote).toMatch(/\p{Script=Han}/u)
  })

  test('the language follows the person', async () => {
    const one = await talk(say, '/check medical-center-2025')
    expect(one.reply.text).toMatch(/^贵单位/u)
    expect((await one.say('yes, we are a hospital in Shanghai')).text).toMatch(/^Is your unit registered/u)
    expect((await one.say('有账号')).text).toMatch(/^贵单位的存量专利盘点工作/u)
    expect((await one.say('跳过')).text).toMatch(/有效发明专利/u)
  })

  test('every programme is held in English', async () => {
    for (const { id, english } of resolved) {
      const one = await talk(say, `self-check ${english!.title} ${id.slice(-4)}`)
      expect(one.reply.asks!.programme).toBe(id)
      for (let steps = 0; one.reply.kind === 'question' && steps < 20; steps += 1) {
        for (const line of one.replies.flatMap(seen)) expect(line).not.toMatch(/\p{Script=Han}/u)
        await one.say('/skip')
      }
      expect(one.reply.kind).toBe('summary')
    }
  })
})
