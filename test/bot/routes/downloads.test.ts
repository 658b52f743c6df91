import { describe, expect, onTestFinished, test } from 'vitest'
import { jsonOf, post } from '../../support/app.ts'
import { dayOfTests, realApp } from '../../support/real-app.ts'
import { answerAll, talk } from '../../services/interview/interview-talk.ts'
import { almostCenter } from '../../services/interview/interview-words.ts'

let day = dayOfTests
const { say, url } = await realApp({ today: () => day })
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function assessed() {
  const one = await talk(say, '/check medical-center-2025')
  await answerAll(one, almostCenter)
  return { one, result: await one.say('/confirm') }
}

describe('the files of an assessment', () => {
  test('are named in Chinese, kept by nobody on the way, and are what their type says', async () => {
    const { result } = await assessed()
    expect(result.downloads).toHaveLength(3)
    const types: string[] = []
    for (const { url: path } of result.downloads!) {
      const response = await fetch(url + path)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[\w.-]+"; filename\*=UTF-8''2025%E5%B9%B4/,
      )
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      types.push(response.headers.get('content-type')!.split(';')[0]!)
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(300)
    }
    expect(types).toEqual([wordType, wordType, 'application/json'])
  })

  test('have no calendar once the window is over: it is not offered, and gone for those who ask', async () => {
    const { result } = await assessed()
    const response = await fetch(`${url}/api/replies/${result.id}/deadline.ics`)
    expect(response.status).toBe(410)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect((await jsonOf(response)).detail).toContain('已经截止')
  })

  test('have a calendar while the window is open, and no longer once it is over', async () => {
    onTestFinished(() => void (day = dayOfTests))
    day = '2025-06-10'
    const { result } = await assessed()
    const calendar = result.downloads!.find((one) => one.url.endsWith('.ics'))!
    const response = await fetch(url + calendar.url)
    expect(response.headers.get('content-type')).toContain('text/calendar')
    expect(await response.text()).toContain('DTSTART;VALUE=DATE:20250613')
    day = '2025-06-14'
    expect((await fetch(url + calendar.url)).status).toBe(410)
    expect((await fetch(url + result.downloads![0]!.url)).status).toBe(200)
  })

  test('show the answers as they were when the verdict was given', async () => {
    const { one, result } = await assessed()
    await one.say('/edit validInventionPatents')
    await one.say('120件')
    const record = await jsonOf(fetch(url + result.downloads!.at(-1)!.url))
    expect(record.assessment.answers.validInventionPatents).toBe(88)
    expect(record.assessment).toEqual(result.assessment)
  })

  test('are gone with the conversation', async () => {
    const { one, result } = await assessed()
    await one.say('/delete')
    expect((await fetch(url + result.downloads![0]!.url)).status).toBe(404)
  })

  test.each(['nobody/self-check.docx', 'nobody/other.docx'])('%s is refused with a problem', async (path) => {
    const response = await fetch(`${url}/api/replies/${path}`)
    expect([400, 404]).toContain(response.status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })

  test('a reply that is no assessment has none', async () => {
    const { replies } = await say('2025年运营中心要多少件有效发明专利？')
    expect((await fetch(`${url}/api/replies/${replies[0]!.id}/self-check.docx`)).status).toBe(404)
  })
})

describe('the length of a text', () => {
  const path = `${url}/api/programmes/university-center-2022/fields/form-capability/length`

  test('is counted for the field of a form', async () => {
    expect(await jsonOf(post(path, { text: '字'.repeat(1001) }))).toMatchObject({
      limit: 1000,
      words: 1001,
      status: 'over',
    })
  })

  test.each([
    [path, { text: '字'.repeat(20_001) }, 400],
    [path, {}, 400],
    [path.replace('form-capability', 'form-truth'), { text: '字' }, 404],
    [path.replace('university', 'no'), { text: '字' }, 404],
  ])('%s with %j is refused', async (where, body, status) => {
    expect((await post(where, body)).status).toBe(status)
  })

  test('is counted in the chat too, with the clause of the limit', async () => {
    const { replies } = await say(`/count ${'字'.repeat(1100)}`)
    expect(replies[0]!.text).toContain('超过1000字，至少要删去100字')
    expect(replies[0]!.text).toContain('没有超过2000字')
    expect(replies[0]!.citations.map(({ notice }) => notice)).toEqual(['university-2022', 'university-2022'])
    expect((await say('字数检查')).replies[0]!.text).toContain('/count')
  })
})
