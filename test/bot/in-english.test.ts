import { describe, expect, test } from 'vitest'
import { jsonOf } from '../support/app.ts'
import { realApp } from '../support/real-app.ts'

const { say, url } = await realApp()
const chinese = /\p{Script=Han}/u

describe('in an English conversation English answers', () => {
  const commands: [said: string, text: RegExp][] = [
    ['/help', /^I am Zhixun[^]*\/count TEXT[^]*\/skip/u],
    ['/start', /^I am Zhixun[^]*No call is open/u],
    ['/topic', /^We are talking about|^No topic/u],
    ['/topic none', /no topic is set/u],
    ['/topic nothing-1999', /^There is no programme or notice “nothing-1999”/u],
    ['/check', /^Which programme do you want to be checked for\?/u],
    ['/check nothing-1999', /^There is no such programme/u],
    ['/back', /^No self-check is under way/u],
    ['/code', /^No self-check is under way/u],
    ['/resume AAAA-BBBB', /^There is no such code/u],
    ['/restore', /^There is no check to restore/u],
    ['undo', /^There is no check to restore/u],
    ['/frobnicate', /^There is no command \/frobnicate/u],
    ['/count', /^Send the text after \/count/u],
    ['/count hello world', /^Length:[^]*2 words/u],
    ['/delete', /^Everything kept of this conversation is deleted/u],
  ]
  test.each(commands)('%s', async (said, text) => {
    const { conversation } = await say('hello there')
    const { replies } = await say(said, conversation)
    expect(replies[0]!.text).toMatch(text)
    const shown = replies.flatMap((reply) => [reply.text, ...reply.actions.map(({ label }) => label)])
    for (const words of shown) expect(words.replace(/“[^”]*”/gu, '')).not.toMatch(chinese)
  })

  test('a figure in the notice’s unit leaves the language as it is', async () => {
    const { conversation } = await say('self-check 2025 medical IP operation centre')
    for (const words of ['yes', 'yes', 'yes', '130件', '100%']) await say(words, conversation)
    const { replies } = await say('12.5%', conversation)
    expect(replies.at(-1)!.text).toMatch(/^How much have patent licences/u)
    expect((await say('520万元', conversation)).replies.at(-1)!.text).toMatch(/5,200,000 yuan/u)
  })
})

test('OK says nothing of the language in a Chinese conversation', async () => {
  const { conversation } = await say('运营中心的申报条件有哪些')
  await say('OK', conversation)
  expect((await say('/help', conversation)).replies[0]!.text).toMatch(/^我是知询/u)
})

test('GET /api/programmes gives every question in English too', async () => {
  const listed = await jsonOf(await fetch(`${url}/api/programmes`))
  for (const { questions } of listed)
    for (const { english } of questions)
      for (const text of [english.prompt, english.help, english.why]) expect(text).toMatch(/[a-z]{3}/u)
  const income = listed[0].questions.find(({ key }: { key: string }) => key === 'incomeSince2023Wan')
  expect(income).toMatchObject({ unit: '万元', english: { unit: 'yuan' } })
})

test('the length of a field is told in the language asked for', async () => {
  const { programmes } = { programmes: await jsonOf(await fetch(`${url}/api/programmes`)) }
  const { id } = programmes.find(({ notice }: { notice: string }) => notice === 'university-2022')
  const path = `${url}/api/programmes/${id}/fields/form-capability/length`
  const body = JSON.stringify({ text: 'hello world', language: 'en' })
  const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect((await jsonOf(response)).text).toBe('2 words (10 characters without blanks), within 1000.')
})
