import { expect, test } from 'vitest'
import type { AppServices } from '../../../../bot/app-services.ts'
import type { BotApiServer } from '../../../support/bot-api/bot-api-server.ts'
import type { SentMessage } from '../../../support/bot-api/chat-log.ts'
import { buttonsOf, type Person } from '../../../support/bot-api/person.ts'
import { openChannel, telegramAssistant } from '../../../support/telegram.ts'

const assistant = await telegramAssistant()

/** Presses a button of the card, and waits until the card says something else. */
async function press(person: Person, api: BotApiServer, label: string): Promise<SentMessage> {
  const card = person.heard.findLast((one) => buttonsOf(one).includes(label))!
  person.press(label, card)
  const now = () => person.heard.find(({ message_id }) => message_id === card.message_id)!
  await api.until(() => now().text !== card.text)
  return now()
}

/** Begins the self-check of the university's programme by buttons. */
async function begin(person: Person): Promise<SentMessage> {
  const [offer] = await person.ask('/check')
  const before = person.heard.length
  person.press(buttonsOf(offer!).find((label) => label.includes('高校'))!)
  await person.hear(before + 1)
  return person.last
}

/** Says no to what only one kind of applicant is, and asks for the result. */
async function exclude(person: Person, api: BotApiServer): Promise<void> {
  const card = person.last
  const before = person.heard.length
  person.press('否', card)
  await person.hear(before + 2)
  await api.until(() => buttonsOf(person.heard.find(({ message_id }) => message_id === card.message_id)!).length === 0)
  person.press('不再作答，直接看结果')
  await api.until(() => person.heard.some(({ text }) => text.includes('非正式审查结论')))
  // Nothing of the interview can be pressed any more.
  await api.until(() => !person.heard.some((one) => buttonsOf(one).includes('为什么问')))
}

test('an interview is one card that changes in place, from the first question to the assessment', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  let card = await begin(somebody)
  expect(card.text).toMatch(/已答 0\/\d/)
  expect(card.entities.map(({ type }) => type)).toEqual(['bold', 'italic'])
  const heard = somebody.heard.length
  const presses = ['是', '是', '是', '不清楚，跳过', '否', '是']
  for (const label of presses) {
    if (!buttonsOf(card).includes(label)) break
    card = await press(somebody, api, label)
  }
  expect(buttonsOf(card)).toContain('确认，看结果')
  const again = buttonsOf(card).find((label) => label.startsWith('修改'))!
  card = await press(somebody, api, again)
  card = await press(somebody, api, '是')
  expect(buttonsOf(card)).toContain('确认，看结果')
  expect(somebody.heard).toHaveLength(heard)
  const assessment = await press(somebody, api, '确认，看结果')
  expect(assessment.text).toContain('暂不能判断')
  expect(assessment.text).toContain('非正式审查结论')
  expect(assessment.message_id).toBe(card.message_id)
})

test('why a question is put comes as an alert, and the card stays', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  const card = await begin(somebody)
  somebody.press('为什么问')
  await api.until(() => api.callsOf('answerCallbackQuery').length === 2)
  const { payload } = api.callsOf('answerCallbackQuery').at(-1)!
  expect(payload).toMatchObject({ show_alert: true })
  expect(payload.text).toMatch(/“.+/u)
  expect(String(payload.text).length).toBeLessThanOrEqual(200)
  expect(somebody.last).toEqual(card)
})

test('a typed answer lays a new card below, and takes the buttons of the one before away', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  const card = await begin(somebody)
  const [next] = await somebody.ask('是')
  await api.until(() => api.callsOf('editMessageReplyMarkup', somebody.chat).length >= 2)
  expect(buttonsOf(next!)).toContain('是')
  expect(buttonsOf(somebody.heard.find(({ message_id }) => message_id === card.message_id)!)).toEqual([])
})

test('a press is acknowledged before it is answered', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  await begin(somebody)
  const before = api.calls.length
  await press(somebody, api, '是')
  const methods = api.calls.slice(before).map(({ method }) => method)
  expect(methods.indexOf('answerCallbackQuery')).toBeLessThan(methods.indexOf('editMessageText'))
})

test('a second press of the same keyboard answers nothing, as does one of a question passed by', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  const first = await begin(somebody)
  somebody.press('是', first)
  somebody.press('是', first)
  await api.until(() => api.callsOf('answerCallbackQuery').length === 3)
  expect(api.callsOf('answerCallbackQuery').at(-1)!.payload.text).toBe('这一题已经答过，请看最新的一题。')
  const second = somebody.last
  expect(buttonsOf(second)).toContain('是')
  await somebody.ask('是')
  somebody.press('否', second)
  await api.until(() => api.callsOf('answerCallbackQuery').length === 4)
  expect(api.callsOf('answerCallbackQuery').at(-1)!.payload.text).toBe('这一题已经答过，请看最新的一题。')
  const [status] = await somebody.ask('/status')
  expect(status!.text).toMatch(/已回答：\n1\. .*：是\n2\. .*：是\n尚待回答/)
})

test('buttons of a conversation that was deleted, or of nothing known, say so and go', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  const question = await begin(somebody)
  await deleteAll(somebody, api)
  const before = somebody.heard.length
  somebody.press('是', question)
  somebody.pressData('no such data', question)
  await api.until(() => api.callsOf('answerCallbackQuery').length === 4)
  const told = api
    .callsOf('answerCallbackQuery')
    .slice(2)
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
  await exclude(somebody, api)
  await api.until(() => somebody.last.text.startsWith('有一份文件'))
  const files = somebody.heard.slice(-3).map(({ document, text }) => document ?? text)
  expect(files).toEqual([
    { file_name: '自查-self-check.docx', size: 4 },
    { file_name: '自查-deadline.ics', size: 4 },
    '有一份文件没有做成，请稍后再试。',
  ])
  expect(api.callsOf('sendMediaGroup', somebody.chat)).toHaveLength(1)
  expect(log.join('')).not.toContain('no paper')
})

test('the files are those of the assessment, ready to be opened', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  await begin(somebody)
  await exclude(somebody, api)
  await api.until(() => api.callsOf('sendMediaGroup', somebody.chat).length === 1)
  const files = somebody.heard.flatMap(({ document }) => document ?? [])
  expect(files.map(({ file_name }) => file_name)).toEqual([
    expect.stringMatching(/高校.*\.docx$/),
    expect.stringMatching(/高校.*\.docx$/),
  ])
  for (const { size } of files) expect(size).toBeGreaterThan(200)
})

/** Asks for everything to be deleted, and says that it is meant. */
async function deleteAll(person: Person, api: BotApiServer): Promise<void> {
  await person.ask('/delete')
  person.press('全部删除')
  await api.until(() => person.heard.some(({ text }) => text.includes('已全部删除')))
  expect(person.heard.filter((one) => buttonsOf(one).includes('全部删除'))).toEqual([])
}

test('/delete asks first, and who says no keeps everything', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  await begin(somebody)
  const [question] = await somebody.ask('删除我的记录')
  expect(buttonsOf(question!)).toEqual(['全部删除', '不删'])
  somebody.press('不删')
  await api.until(() => somebody.last.text === '好，没有删除。')
  expect(buttonsOf(somebody.last)).toEqual([])
  const [status] = await somebody.ask('/status')
  expect(status!.text).toContain('自查进度')
})

test('/delete leaves nothing of the chat behind', async () => {
  const { person, api, stop } = await openChannel(assistant)
  const somebody = person()
  await begin(somebody)
  await deleteAll(somebody, api)
  await stop()
  const chat = String(somebody.chat)
  const { db } = assistant
  for (const table of ['telegram_chat', 'telegram_press', 'telegram_update'] as const)
    expect(await db.selectFrom(table).selectAll().where('chat', '=', chat).execute(), table).toEqual([])
  const kept = await db.selectFrom('telegram_update').selectAll().execute()
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.filter(({ body }) => body !== null)).toEqual([])
})
