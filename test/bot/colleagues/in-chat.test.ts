import { expect, test } from 'vitest'
import { withPage } from '../../../bot/opened-page.ts'
import type { Turn } from '../../../bot/app-services.ts'
import { answer, askFor, ownerPageOf, sendForm, visit } from '../../support/colleagues.ts'
import { realApp } from '../../support/real-app.ts'

const publicUrl = 'https://zhixun.example'
const app = await realApp({ publicUrl })
const { say, assistant, url } = app
const center = 'medical-center-2025'
let turns = 0

const take = (channel: Turn['channel'], text: string, conversation?: string) =>
  assistant.services.conversation.take({ id: `${channel}-${(turns += 1)}`, channel, text, conversation })

test.each(['请同事回答', '请财务处回答这几题', '让同事们一起填', '/ask', 'ask my colleagues'])(
  '%s opens the page on which colleagues are asked',
  async (words) => {
    const { conversation } = await say(`/check ${center}`)
    const page = ownerPageOf(app, await say(words, conversation))
    expect((await visit(page)).text).toContain('请谁回答哪些题')
  },
)

test.each(['telegram', 'wechat', 'wecom'] as const)(
  '%s gives its address in words, and its page opens',
  async (channel) => {
    const { conversation } = await take(channel, `/check ${center}`)
    const { replies } = await take(channel, '/ask', conversation)
    const path = /https:\/\/zhixun\.example(\/together\/[A-Z2-9]{28})/u.exec(replies.at(-1)!.text)![1]
    expect((await visit(`${url}${path}`)).status).toBe(200)
  },
)

test('where the address of the server is not known there is a code to type', async () => {
  const parts = { db: assistant.db, publicUrl: undefined }
  const { conversation } = await take('telegram', `/check ${center}`)
  const { replies } = await take('telegram', '/code', conversation)
  const owner = /[A-Z2-9]{4}-[A-Z2-9]{4}/u.exec(replies[0]!.text)![0]
  const [told] = await withPage(parts, replies.slice(0, 1), { opens: { owner }, channel: 'telegram' })
  const code = /\/together 输入：((?:[A-Z2-9]{4}-){6}[A-Z2-9]{4})/u.exec(told!.text)![1]!
  expect((await sendForm(`${url}/together`, [['code', code]])).text).toContain('请谁回答哪些题')
})

test('the same turn sent again has no address: it is kept nowhere', async () => {
  const { conversation } = await say(`/check ${center}`)
  const first = await say('/ask', conversation, 'one-key')
  expect(first.replies.at(-1)!.actions.some(({ url: page }) => page)).toBe(true)
  const again = await say('/ask', conversation, 'one-key')
  expect(again.replies.at(-1)!.actions.some(({ url: page }) => page)).toBe(false)
  expect(again.replies.at(-1)!.id).toBe(first.replies.at(-1)!.id)
})

test('without a check there is nobody to ask', async () => {
  expect((await say('/ask')).replies[0]!.text).toContain('没有进行中的自查')
})

test('a colleague who sends the link, or its code, is led to the page, and neither is kept', async () => {
  const { conversation } = await say(`/check ${center}`)
  const page = ownerPageOf(app, await say('/ask', conversation))
  const { link } = await askFor(page, '财务处', ['incomeSince2023Wan'])
  const token = link.slice(link.lastIndexOf('/') + 1)
  const typed = [link, token, `/answer ${token.toLowerCase().replace(/.{4}(?!$)/gu, '$&-')}`, `请您回答 ${link}`]
  for (const words of typed) {
    const { replies, conversation: own } = await take('telegram', words)
    expect(replies.at(-1)!.text).toContain(`${publicUrl}/answer/${token}`)
    const rows = await assistant.db.selectFrom('turn').select('text').where('conversation', '=', own).execute()
    expect(rows).toEqual([{ text: '/answer' }])
  }
  expect((await take('telegram', '/answer 123')).replies[0]!.text).toContain('28位')
})

test('a word comes once all is in, once for each set of colleagues, and not before', async () => {
  const { conversation } = await take('wecom', `/check ${center}`)
  const asked = await take('wecom', '/ask', conversation)
  const page = `${url}${/\/together\/[A-Z2-9]{28}/u.exec(asked.replies.at(-1)!.text)![0]}`
  const money = await askFor(page, '财务处', ['incomeSince2023Wan'])
  const rates = await askFor(page, '知识产权办', ['inventoryRatePercent', 'incomeSince2023Wan'])
  const told = async () => {
    await assistant.remind()
    const { replies } = await take('wecom', '/status', conversation)
    return replies.filter(({ text }) => text.includes('同事都答完了'))
  }
  await answer(money.link, 'incomeSince2023Wan', '520万元')
  await answer(rates.link, 'inventoryRatePercent', '')
  expect(await told()).toEqual([])
  await answer(rates.link, 'incomeSince2023Wan', '480万元')
  const [word, ...others] = await told()
  expect(others).toEqual([])
  expect(word!.text).toContain('财务处、知识产权办')
  expect(word!.text).toContain('要您定的：2023年以来专利转化实际到账金额')
  expect(word!.text).toContain('答“不清楚”的：盘点率')
  // It leads back to this check, whatever the conversation is about by then.
  expect(word!.actions[0]!.send).toMatch(/^\/resume [A-Z0-9]{4}-[A-Z0-9]{4}$/u)
  await answer(money.link, 'incomeSince2023Wan', '500万元')
  expect(await told()).toEqual([])
})
