import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readZip } from '../../../knowledge/importing/zip.ts'
import { disarmed } from '../../../services/staff/export-questions.ts'
import { anyBrokenText, anyText, expectWhole, isVisible } from '../../support/any-text.ts'
import { jsonOf, post } from '../../support/app.ts'
import { password, people, staffApp } from '../../support/staff-app.ts'

const { url, say, as } = await staffApp()
const runs = { numRuns: 50 }
const patience = 180_000
const clauses = [{ notice: 'medical-2025', clause: '1.2.1' }]
const enc = encodeURIComponent
const newest = async (query = '') => (await jsonOf(as('reviewer', 'GET', `/api/staff/questions${query}`))).questions[0]

test('questions with rare characters are listed whole and found by them', async () => {
  await say('铜𬭎𬬻合金专利可以申报吗')
  for (const q of ['𬭎𬬻', '𬭎', '铜𬭎'])
    expect((await newest(`?q=${enc(q)}`)).question).toBe('铜𬭎𬬻合金专利可以申报吗')
})

test(
  'any words may be looked for, in lists, pages and exports',
  async () => {
    const paths = ['/api/staff/questions', '/api/staff/groups', '/staff/questions', '/api/staff/export.json']
    const names = ['q', 'status', 'channel', 'programme', 'notice', 'group', 'page']
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.constantFrom(...names), anyText(150), async (path, name, text) => {
        const response = await as('reviewer', 'GET', `${path}?${name}=${enc(text)}`)
        expect([200, 400]).toContain(response.status)
        expectWhole(await response.text(), '\ufffd')
      }),
      runs,
    )
  },
  patience,
)

describe('what staff write is kept as they wrote it', () => {
  test(
    'notes, of up to 1000 characters',
    async () => {
      const { id, review } = await newest()
      let { version } = review
      const keep = async (note: string) => {
        const body = { note, version }
        const response = await as('reviewer', 'PATCH', `/api/staff/questions/${enc(id)}`, { body })
        if (response.status === 200) version = (await jsonOf(response.clone())).review.version
        return response
      }
      await fc.assert(
        fc.asyncProperty(anyBrokenText(600), async (note) => {
          const response = await keep(note)
          expect(response.status).toBe(200)
          expectWhole(await jsonOf(response), note)
        }),
        runs,
      )
      expect((await jsonOf(keep('😀'.repeat(1000)))).review.note).toBe('😀'.repeat(1000))
      expect((await keep('😀'.repeat(1001))).status).toBe(400)
    },
    patience,
  )

  test(
    'answers and wordings, and what is previewed of them',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyBrokenText(800), anyBrokenText(150), async (answer, wording) => {
          const input = { answer, wordings: [wording], clauses }
          const written = await as('editor', 'POST', '/api/staff/faqs', { body: { ...input, state: 'draft' } })
          expect(written.status).toBe(isVisible(wording) ? 201 : 400)
          expectWhole(await jsonOf(written), `${answer} ${wording}`)
          const preview = await as('editor', 'POST', '/api/staff/faqs/preview', { body: { ...input, ask: wording } })
          expect(preview.status).toBe(isVisible(wording) ? 200 : 400)
          expectWhole(await jsonOf(preview), `${answer} ${wording}`)
        }),
        runs,
      )
      const page = await (await as('reviewer', 'GET', '/staff/faqs')).text()
      expectWhole(page, '\ufffd')
    },
    patience,
  )

  test('a published answer with rare characters is given whole, and a follow-up after it too', async () => {
    const wording = `铜𬭎合金的${'𬬻'.repeat(90)}需要什么材料`
    const body = { answer: '请问李𣲗。', wordings: [wording], clauses }
    expect((await as('editor', 'POST', '/api/staff/faqs', { body })).status).toBe(201)
    for (const lead of ['', 'a']) {
      const asked = lead + wording
      const { replies, conversation } = await say(wording)
      expect(replies[0]!.text).toContain('请问李𣲗。')
      expectWhole(await say('那截止日期呢', conversation), asked)
    }
  })

  test(
    'the reason why something is switched off',
    async () => {
      const set = (off: boolean, reason: string) =>
        as('admin', 'PUT', '/api/staff/switches', { body: { name: 'model', off, reason } })
      await fc.assert(
        fc.asyncProperty(anyBrokenText(150), async (reason) => {
          const response = await set(true, reason)
          expect([200, 400]).toContain(response.status)
          expectWhole(await jsonOf(response), reason)
        }),
        { numRuns: 30 },
      )
      await set(false, '')
    },
    patience,
  )
})

test(
  'nobody signs in by an odd name or password, and nothing fails',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyBrokenText(60), fc.boolean(), async (text, isName) => {
        const body = isName ? { name: text, password } : { name: people.editor, password: `${text}!` }
        const response = await post(`${url}/staff/login`, body)
        expect([400, 401, 429]).toContain(response.status)
      }),
      { numRuns: 8 },
    )
  },
  patience,
)

test(
  'what people typed stands in the workbook whole',
  async () => {
    const text = `a${'👨‍👩‍👧'.repeat(280)}`
    await say(text)
    await say('我叫李𣲗，铜𬭎𬬻合金的专利能申报吗')
    const workbook = await as('reviewer', 'GET', '/api/staff/export.xlsx')
    expect(workbook.status).toBe(200)
    const files = readZip(Buffer.from(await workbook.arrayBuffer()), 50_000_000)
    const xml = [...files.values()].join('')
    expect(xml).toContain(`<t>${text}</t>`)
    expect(xml).toContain('<t>我叫[姓名]，铜𬭎𬬻合金的专利能申报吗</t>')
  },
  patience,
)

test('a cell takes any text that XML may hold, and a long one ends between characters', () => {
  fc.assert(
    fc.property(anyBrokenText(), (text) => {
      expect(disarmed(text)).not.toMatch(/[\p{Cs}\0-\x08\x0b-\x1f\ufffe\uffff]/u)
      expect(disarmed(`字${text}`.repeat(40)).isWellFormed()).toBe(true)
    }),
  )
  expect(disarmed(`a${'😀'.repeat(20_000)}`)).toBe(`a${'😀'.repeat(15_999)}`)
})
