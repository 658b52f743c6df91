import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { countStatements } from '../../support/count-statements.ts'
import { realApp } from '../../support/real-app.ts'

const { assistant } = await realApp()
const { count, stop } = countStatements()
afterAll(stop)
const take = (text: string, conversation?: string) =>
  assistant.services.conversation.take({
    id: randomUUID(),
    ...(conversation !== undefined && { conversation }),
    text,
    channel: 'web',
  })
const codeIn = (text: string) => /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(text)![0]
const most = 3

const begun = async (...texts: string[]) => {
  let conversation: string | undefined
  for (const text of texts) ({ conversation } = await take(text, conversation))
  return conversation!
}
const question = '2025年运营中心要多少件有效发明专利？'
const check = '/check medical-center-2025'
const holding = async () => {
  const { replies } = await take('/code', await begun(check))
  return begun(codeIn(replies[0]!.text))
}

const turns: [what: string, before: () => Promise<string | undefined>, text: string][] = [
  ['the first question of a conversation', async () => undefined, question],
  ['a question', () => begun('你好'), question],
  ['a question that follows another', () => begun(question), '截止日期呢'],
  ['a question without an answer', () => begun('你好'), '食堂几点开门？'],
  ['a command', () => begun('你好'), '/help'],
  ['the first step of an interview', async () => undefined, check],
  ['a step of an interview', () => begun(check), '是'],
  ['the end of an interview', () => begun('/check medical-center-2022', '不是'), '/confirm'],
  ['a question in an interview', () => begun(check), question],
  ['a code for an interview', () => begun(check), '/code'],
  ['a step of an interview that has a code', holding, '是'],
  ['the end of an interview that has a code', holding, '/cancel'],
]

test.each(turns)('%s takes the database three statements at most', async (_what, before, text) => {
  const conversation = await before()
  const statements = await count(() => take(text, conversation))
  expect(statements.length, statements.join('\n')).toBeGreaterThan(0)
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(most)
})

test('an interview taken up by its code, and the same message again, take no more', async () => {
  const { replies } = await take('/code', await begun(check))
  expect((await count(() => take(codeIn(replies[0]!.text)))).length).toBeLessThanOrEqual(most)
  const turn = { id: randomUUID(), text: question, channel: 'web' as const }
  await assistant.services.conversation.take(turn)
  expect(await count(() => assistant.services.conversation.take(turn))).toHaveLength(1)
})
