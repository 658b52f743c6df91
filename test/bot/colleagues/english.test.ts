import { expect, test } from 'vitest'
import { answer, askFor, ownerPageOf, sendForm, visit } from '../../support/colleagues.ts'
import { realApp } from '../../support/real-app.ts'
import { talk } from '../../services/interview/interview-talk.ts'

const app = await realApp()
const { say } = app
const money = 'incomeSince2023Wan'
const chinese = /\p{Script=Han}/u

/** What Chinese stands on a page besides names and addresses that a notice gives, and the way to the other language. */
const strayChinese = (text: string): string[] =>
  text
    .replace(/Papers and things to do.*(?=The same answers)|Papers and things to do.*$/u, '')
    .replace(/（[^）]*）|\([^)]*\)|“[^”]*”|中文/gu, '')
    .match(/\p{Script=Han}+/gu) ?? []

async function opened() {
  const one = await talk(say, 'I would like to check whether we can apply for the 2025 medical center')
  if (!one.replies.some(({ asks }) => asks)) await one.say('/check medical-center-2025')
  expect(one.reply.text).not.toMatch(chinese)
  return { one, page: ownerPageOf(app, await say('/ask', one.conversation)) }
}

test('who talks English gets the page, and gives links to pages, in English', async () => {
  const { page } = await opened()
  const owner = await visit(page)
  expect(owner.html).toContain('<html lang="en">')
  expect(owner.text).toContain('Whom to ask what')
  expect(strayChinese(owner.text)).toEqual([])
  const { link } = await askFor(page, 'Finance office', [money])
  const question = await visit(link)
  expect(question.html).toContain('<html lang="en">')
  expect(question.text).toContain('Question 1 of 1')
  expect(question.text).toContain('Your answer (yuan)')
})

test('a bare figure is in the unit that stands beside its field', async () => {
  const { page } = await opened()
  const { link } = await askFor(page, 'Finance office', [money])
  const wrong = await answer(link, money, 'a lot')
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('such as 5.2 million yuan; press “Not sure” if you are not sure')
  expect((await answer(link, money, '5,200,000')).text).toContain('5,200,000 yuan')
  const owner = await visit(page)
  expect(owner.text).toMatch(/5,200,000 yuan.*\(Finance office, 21 November\)/u)
  expect(strayChinese(owner.text.slice(owner.text.indexOf('Colleagues asked')))).toEqual([])
})

test('the page is read in the other language at one press, as the browser keeps it', async () => {
  const { page } = await opened()
  const { link } = await askFor(page, 'Finance office', [money])
  const body = new URLSearchParams({ do: 'language', language: 'zh', at: money })
  const pressed = await fetch(link, { method: 'POST', body, redirect: 'manual' })
  expect(pressed.status).toBe(303)
  const cookie = pressed.headers.get('set-cookie')!.split(';')[0]!
  const again = await fetch(new URL(pressed.headers.get('location')!, link), { headers: { cookie } })
  const html = await again.text()
  expect(html).toContain('<html lang="zh-CN">')
  expect(html).toContain('第1题，共1题')
})

test('a link that ended says so in its language', async () => {
  const { page } = await opened()
  const { link, id } = await askFor(page, 'Finance office', [money])
  await sendForm(page, [
    ['do', 'revoke'],
    ['id', id],
  ])
  expect((await visit(link)).text).toContain('has taken it back')
})
