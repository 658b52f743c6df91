import { expect, test } from 'vitest'
import type { AppServices } from '../../../../bot/app-services.ts'
import type { SentMessage } from '../../../support/bot-api/chat-log.ts'
import { buttonsOf, type Person } from '../../../support/bot-api/person.ts'
import { openChannel, telegramAssistant } from '../../../support/telegram.ts'

const assistant = await telegramAssistant()

/** Presses a button and waits for the answer, which is of so many messages. */
async function press(person: Person, label: string, messages = 1): Promise<SentMessage> {
  const before = person.heard.length
  person.press(label)
  await person.hear(before + messages)
  return person.last
}

/** Begins the self-check of the university's programme by buttons. */
async function begin(person: Person): Promise<SentMessage> {
  const [offer] = await person.ask('/check')
  return press(
    person,
    buttonsOf(offer!).find((label) => label.includes('高校'))!,
    2,
  )
}

test('an interview is held by buttons alone, from the offer to the assessment', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  let asked = await begin(somebody)
  expect(asked.text).toMatch(/已答 0\/\d/)
  const presses = ['是', '是', '是', '不清楚，跳过', '否', '是']
  for (const label of presses) {
    if (!buttonsOf(asked).includes(label)) break
    asked = await press(somebody, label)
  }
  expect(buttonsOf(asked)).toContain('确认，看结果')
  const assessment = await press(somebody, '确认，看结果')
  expect(assessment.text).toContain('暂不能判断')
  expect(assessment.text).toContain('非正式审查结论')
  await api.until(() => api.callsOf('answerCallbackQuery').length === presses.length + 2)
})

test('a press is acknowledged before it is answered, and leaves only what was chosen', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  const question = await begin(somebody)
  const before = api.calls.length
  await press(somebody, '是')
  const settled = () => somebody.heard.find(({ message_id }) => message_id === question.message_id)!
  await api.until(() => buttonsOf(settled()).length === 1)
  expect(buttonsOf(settled())).toEqual(['✓ 是'])
  const methods = api.calls.slice(before).map(({ method }) => method)
  expect(methods.indexOf('answerCallbackQuery')).toBeLessThan(methods.indexOf('sendMessage'))
})

test('a second press of the same keyboard answers nothing, as does one of a question passed by', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  const first = await begin(somebody)
  somebody.press('是', first)
  somebody.press('是', first)
  await api.until(() => api.callsOf('answerCallbackQuery').length === 3)
  expect(api.callsOf('answerCallbackQuery').at(-1)!.payload.text).toBe('已经选过了。')
  const second = somebody.last
  await somebody.ask('是')
  somebody.press('否', second)
  await api.until(() => api.callsOf('answerCallbackQuery').length === 4)
  expect(api.callsOf('answerCallbackQuery').at(-1)!.payload.text).toBe('这一题已经答过，请看最新的一题。')
  const [status] = await somebody.ask('/status', 2)
  expect(status!.text).toMatch(/已回答：\n1\. .*：是\n2\. .*：是\n尚待回答/)
})

test('buttons of a conversation that was deleted, or of nothing known, say so and go', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  const question = await begin(somebody)
  await somebody.ask('/delete')
  const before = somebody.heard.length
  somebody.press('是', question)
  somebody.pressData('no such data', question)
  await api.until(() => api.callsOf('answerCallbackQuery').length === 3)
  const told = api
    .callsOf('answerCallbackQuery')
    .slice(1)
    .map(({ payload }) => payload.text)
  expect(told).toEqual(['这个按钮已经失效，请直接输入。', '这个按钮已经失效，请直接输入。'])
  expect(somebody.heard).toHaveLength(before)
  expect(buttonsOf(somebody.heard.find(({ message_id }) => message_id === question.message_id)!)).toEqual([])
})

test('the assessment comes with its Word and calendar files; one that fails is told of', async () => {
  const downloads: AppServices['downloads'] = {
    names: ['self-check.docx', 'preparation.docx', 'deadline.ics', 'assessment.json'],
    async make(_reply, name) {
      if (name === 'preparation.docx') throw new Error('no paper')
      return { fileName: `自查-${name}`, type: 'application/octet-stream', body: Buffer.from('body') }
    },
  }
  const { person, log, api } = await openChannel(assistant, { services: { downloads } })
  const somebody = person()
  await begin(somebody)
  await press(somebody, '否')
  await press(somebody, '不再作答，直接看结果')
  const at = () => somebody.heard.findIndex(({ text }) => text.includes('非正式审查结论'))
  await api.until(() => at() >= 0)
  const heard = await somebody.hear(at() + 4)
  const files = heard.slice(-3).map(({ document, text }) => document ?? text)
  expect(files).toEqual([
    { file_name: '自查-self-check.docx', size: 4 },
    '有一份文件没有做成，请稍后再试。',
    { file_name: '自查-deadline.ics', size: 4 },
  ])
  expect(log.join('')).not.toContain('no paper')
})

test('the files are those of the assessment, ready to be opened', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  await begin(somebody)
  await press(somebody, '否')
  await press(somebody, '不再作答，直接看结果')
  await api.until(() => api.callsOf('sendDocument', somebody.chat).length === 2)
  const files = somebody.heard.flatMap(({ document }) => document ?? [])
  expect(files.map(({ file_name }) => file_name)).toEqual([
    expect.stringMatching(/高校.*\.docx$/),
    expect.stringMatching(/高校.*\.docx$/),
  ])
  for (const { size } of files) expect(size).toBeGreaterThan(200)
})

test('/delete leaves nothing of the chat behind', async () => {
  const { person, stop } = await openChannel(assistant)
  const somebody = person()
  await begin(somebody)
  await somebody.ask('/delete')
  await stop()
  const chat = String(somebody.chat)
  const { db } = assistant
  for (const table of ['telegram_chat', 'telegram_press', 'telegram_update'] as const)
    expect(await db.selectFrom(table).selectAll().where('chat', '=', chat).execute(), table).toEqual([])
  const kept = await db.selectFrom('telegram_update').selectAll().execute()
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.filter(({ body }) => body !== null)).toEqual([])
})
