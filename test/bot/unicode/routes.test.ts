import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyBrokenText, anyText, expectWhole } from '../../support/any-text.ts'
import { jsonOf, post } from '../../support/app.ts'
import { realApp } from '../../support/real-app.ts'

const { url, say, assistant, log } = await realApp()
const runs = { numRuns: 60 }
const patience = 120_000

/** Refused or answered, never failed, in words that are whole. */
async function expectCalm(response: Response, sent: string): Promise<void> {
  expect(response.status, log.at(-1)).toBeLessThan(500)
  const type = response.headers.get('content-type') ?? ''
  const text = await response.text()
  expectWhole(type.includes('json') ? JSON.parse(text) : text, sent)
}

/** A text in an address as browsers write it, and as nobody should: halves of pairs and broken UTF-8 in percents. */
const inAddress = fc.oneof(
  anyText(150).map(encodeURIComponent),
  fc.constantFrom('%ED%A0%BD', '%C0%80', '%FF', '%F0%A0%AE', '%00', '%', '%u20BB7', '𠮷'),
)

test(
  'units are looked up by any name',
  async () => {
    await fc.assert(
      fc.asyncProperty(inAddress, async (name) => {
        await expectCalm(await fetch(`${url}/api/units?name=${name}`), '\ufffd')
      }),
      runs,
    )
  },
  patience,
)

test(
  'clauses are searched for any text',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyBrokenText(), async (query) => {
        const response = await post(`${url}/api/search`, { query })
        await expectCalm(response, query)
      }),
      runs,
    )
    const { hits } = await jsonOf(post(`${url}/api/search`, { query: '𠮷'.repeat(2000) }))
    expect(hits).toEqual(expect.any(Array))
  },
  patience,
)

test(
  'answers of any kind are checked or refused',
  async () => {
    const paths = ['programmes/medical-center-2025/check', 'programmes/university-center-2022/check', 'match']
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), anyBrokenText(200), async (path, text) => {
        for (const answers of [{ [text]: 1 }, { validInventionPatents: text }, { hospitalLevel: text }, text]) {
          const response = await post(`${url}/api/${path}`, { answers, asOf: '2025-06-10' })
          await expectCalm(response, text)
        }
      }),
      runs,
    )
  },
  patience,
)

test(
  'comments of any kind are kept whole, up to 500 characters',
  async () => {
    const { replies } = await say('2025年运营中心要多少件有效发明专利？')
    const reply = replies[0]!.id
    const kept = async () =>
      (await assistant.db.selectFrom('feedback').select('comment').where('reply', '=', reply).executeTakeFirst())
        ?.comment
    await fc.assert(
      fc.asyncProperty(anyBrokenText(500), async (comment) => {
        const response = await post(`${url}/api/feedback`, { reply, helpful: true, comment })
        expect(response.status).toBe(204)
        expectWhole(await kept(), comment)
      }),
      runs,
    )
    for (const unit of ['😀', '𠮷']) {
      expect((await post(`${url}/api/feedback`, { reply, helpful: true, comment: unit.repeat(500) })).status).toBe(204)
      expect(await kept()).toBe(unit.repeat(500))
      expect((await post(`${url}/api/feedback`, { reply, helpful: true, comment: unit.repeat(501) })).status).toBe(400)
    }
  },
  patience,
)

test(
  'ids and names of files of any kind lead nowhere, calmly',
  async () => {
    const places = ['api/notices/', 'notices/', 'programmes/', 'api/replies/', 'assets/', '']
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), inAddress, async (place, id) => {
        const tail = place === 'api/replies/' ? '/self-check.docx' : ''
        await expectCalm(await fetch(`${url}/${place}${id}${tail}`), '\ufffd')
        await expectCalm(await post(`${url}/api/feedback`, { reply: id, helpful: true }), id)
      }),
      runs,
    )
  },
  patience,
)

test(
  'a text for a field of a form is counted in characters',
  async () => {
    const { programmes } = assistant.services
    const { id, preparation } = programmes.find((one) => one.preparation.some((item) => item.maxCharacters))!
    const { id: item } = preparation.find(({ maxCharacters }) => maxCharacters)!
    const count = (text: string) => post(`${url}/api/programmes/${id}/fields/${item}/length`, { text })
    for (const unit of ['𠮷', '😀']) expect(await jsonOf(count(unit.repeat(1000)))).toMatchObject({ characters: 1000 })
    await fc.assert(
      fc.asyncProperty(anyBrokenText(), async (text) => expectCalm(await count(text), text)),
      { numRuns: 30 },
    )
  },
  patience,
)
