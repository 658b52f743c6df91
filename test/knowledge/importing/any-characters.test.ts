import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openNoticeDesk } from '../../../knowledge/importing/notice-desk.ts'
import { prepareNotice, readNoticeFile } from '../../../knowledge/importing/prepare-notice.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { cleanText } from '../../../knowledge/language/clean-text.ts'
import { searchClauses } from '../../../knowledge/searching/search-clauses.ts'
import { anyText, expectWhole, rareIdeographs } from '../../support/any-text.ts'
import { temporaryDirectory, testDatabase } from '../../support/database.ts'
import { expectWhole as expectParsedWhole } from '../parsing/expect-whole.ts'
import { docxFile, docxOf, paragraph } from './docx-file.ts'
import { htmlOf, pageOf } from './html-file.ts'
import { shenjiangLines } from './shenjiang.ts'

const { db } = await testDatabase()
const bundled = loadNotices()
const desk = openNoticeDesk(db, bundled)
const directory = temporaryDirectory()
const patience = 180_000

function fileOf(name: string, content: string | Buffer): string {
  const file = join(directory, name)
  writeFileSync(file, content)
  return file
}

const [title = ''] = shenjiangLines.filter((line) => line.endsWith('的通知'))
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const kinds: Record<string, (lines: string[]) => string | Buffer> = {
  txt: (lines) => lines.join('\n'),
  'utf16.txt': (lines) => utf16(lines.join('\n')),
  md: (lines) => lines.join('\n\n'),
  html: (lines) => pageOf(title, htmlOf(lines), 'utf-8'),
  docx: docxOf,
}
/** What XML can't hold, and NUL in no text file. */
const printable = (text: string) => text.replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]/gu, '')

describe.each(Object.entries(kinds))('a notice as .%s with characters of all Unicode', (ending, write) => {
  test(
    'is read whole, every character of it in one clause',
    async () => {
      let read = 0
      await fc.assert(
        fc.asyncProperty(anyText(200), fc.nat(shenjiangLines.length - 1), async (text, at) => {
          const lines = shenjiangLines.map((line, place) => (place === at && place > 1 ? line + printable(text) : line))
          const imported = await readNoticeFile(fileOf(`通知${ending}.${ending}`, write(lines)))
          const notice = prepareNotice(imported, bundled, [])
          expectWhole(notice, text)
          expectParsedWhole(notice)
          read += 1
        }),
        { numRuns: 25 },
      )
      expect(read).toBeGreaterThan(0)
    },
    patience,
  )
})

test('what is no text in a file or in the metadata beside it is kept by nobody', async () => {
  const broken = '支持\ud83d资金&#xD83D;与&#55357;'
  const lines = shenjiangLines.map((line, at) => (at === 8 ? `${line}支持&#xD83D;资金&#0;` : line))
  const files = {
    'a.html': pageOf(title, htmlOf(lines).replaceAll('&amp;#', '&#'), 'utf-8'),
    'b.docx': docxFile([
      ...shenjiangLines.map((line) => paragraph(line.replaceAll('\t', ' '))),
      paragraph(broken).replaceAll('&amp;#', '&#'),
    ]),
    'c.txt': shenjiangLines.join('\n'),
  }
  for (const [name, content] of Object.entries(files)) {
    const beside = `{"title": "关于\\ud83d合金\\u0000专利申报的通知", "names": ["\\udc00"], "id": "odd-${name[0]}", "year": 2026}`
    fileOf(`${name}.json`, beside)
    const { metadata } = await desk.add(await readNoticeFile(fileOf(name, content)))
    expectWhole(metadata, broken)
    const rows = await db.selectFrom('notice').selectAll().where('id', '=', metadata.id).execute()
    expect(rows).toHaveLength(1)
    expectWhole(rows, broken)
  }
})

test('a notice with rare characters is added under any file name, found by them, and cited whole', async () => {
  const rare = rareIdeographs.join('')
  const lines = shenjiangLines.map((line, at) => (at === 8 ? `${line}${rare}合金制备技术优先支持。` : line))
  const file = fileOf('𠮷👨‍👩‍👧 通知\u202e.txt', lines.join('\n'))
  const { metadata } = await desk.add(await readNoticeFile(file))
  const [hit] = await searchClauses(db, { query: rareIdeographs.slice(0, 2).join(''), limit: 1 })
  expect(hit).toMatchObject({ notice: metadata.id })
  expect(hit!.text).toContain(rare)
})

test('a title of rare characters is shortened between them', () => {
  const known =
    '申江科委〔2026〕77号\n申江区科学技术委员会\n2026年3月16日\n各单位：\n一、申报条件\n应当具备条件并按时申报。\n'
  for (let length = 18; length < 30; length += 1) {
    const imported = {
      fileName: 'a.txt',
      source: known,
      given: { title: `关于${'甲'.repeat(length % 2)}${'𬭎'.repeat(length)}的通知` },
      hints: {},
    }
    const { shortTitle } = prepareNotice(imported, bundled, [])
    expectWhole(shortTitle, '')
    expect([...shortTitle].length).toBeLessThanOrEqual(24)
  }
})

describe('layout blanks beside rare ideographs go as beside common ones', () => {
  const cases: [string, string][] = [
    ['李 𣲗 医 院', '李𣲗医院'],
    ['𠮷 𠮷 𠮷', '𠮷𠮷𠮷'],
    ['联系人 李𣲗𣲗 电话', '联系人 李𣲗𣲗 电话'],
    ['李𣲗 58881234', '李𣲗 58881234'],
    ['𣲗 58881234', '𣲗58881234'],
    ['A 𠮷', 'A𠮷'],
  ]
  test.each(cases)('%s', (raw, clean) => expect(cleanText(raw)).toBe(clean))
})
