import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Notice, NoticeMetadata } from '../../../knowledge/parsing/notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { expectWhole } from './expect-whole.ts'

/** What one clause reads, with the marker it stands under; how a notice should come out, whatever its layout. */
type Block = { id: string; kind: string; text: string }

const metadata: NoticeMetadata = {
  id: 'made-2025',
  title: '关于组织开展区级知识产权运营服务项目申报工作的通知',
  shortTitle: '2025年区级运营服务通知',
  issuer: '申江区知识产权局',
  year: 2025,
  replaces: [],
  programmes: [],
  rosters: [],
}

const subjects = ['申报单位', '项目承担单位', '本区医疗卫生机构', '具有独立法人资格的高校和科研院所', '专利服务机构']
const deeds = [
  '在国家知识产权局存量专利盘活系统（https://www.patentnavi.org.cn/）注册',
  '应当建立完善的知识产权管理制度',
  '在国家知识产权局完成专利转让登记和许可备案',
  '有效发明专利达到100件以上',
  '实际到账金额不低于500万元',
  '围绕重点学科、重点技术实施专利导航',
  '形成“一企一册”运营台账',
  '按照《知识产权专项资金管理办法》（沪财〔2019〕50号）的规定使用资金',
  '“发明专利产业化率”达到20%',
  '不得用于专利申请维持费等国家政策禁止资助的经费支出',
]
const headings = ['申报对象', '申报条件', '任务目标', '配套政策', '申报程序', '监督管理', '工作任务']

const sentence = fc
  .tuple(fc.constantFrom(...subjects), fc.subarray(deeds, { minLength: 2, maxLength: 5 }))
  .map(([subject, done]) => `${subject}${done.join('，')}。`)
const sentences = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(''))

const numerals = '一二三四五六七八九十'
/** Without a number a paragraph is one sentence: where one ends at the edge of the page, nothing tells if it goes on. */
const body = fc.oneof(
  sentence.map((text) => [text]),
  fc.array(sentences, { minLength: 2, maxLength: 4 }),
)
const subparts = fc.array(
  fc.record({
    heading: fc.constantFrom(...headings),
    body,
  }),
  { minLength: 1, maxLength: 3 },
)
const part = fc.record({ heading: fc.constantFrom(...headings), subparts })

/** Paragraphs of a notice, each with the clause it should become. */
const notice = fc.tuple(sentence, fc.array(part, { minLength: 2, maxLength: 4 })).map(([opening, parts]) => {
  const blocks: Block[] = [{ id: 'p1', kind: 'paragraph', text: opening }]
  for (const [first, { heading, subparts }] of parts.entries()) {
    blocks.push({ id: `${first + 1}`, kind: 'heading', text: `${numerals[first]}、${heading}` })
    for (const [second, { heading, body }] of subparts.entries()) {
      const id = `${first + 1}.${second + 1}`
      blocks.push({ id, kind: 'heading', text: `（${numerals[second]}）${heading}` })
      const numbered = body.length > 1
      for (const [third, text] of body.entries()) {
        if (numbered) blocks.push({ id: `${id}.${third + 1}`, kind: 'item', text: `${third + 1}.${text}` })
        else blocks.push({ id: `${id}.p1`, kind: 'paragraph', text })
      }
    }
  }
  return blocks
})

const frame = (lines: string[], title = [metadata.title]): string =>
  ['沪知局促〔2025〕11号', ...title, '各有关单位：', ...lines, '特此通知。', '申江区知识产权局', '2025年6月4日'].join(
    '\n',
  )

const read = (source: string): Notice => parseNotice(metadata, source)
const provisionsOf = ({ clauses }: Notice): Block[] =>
  clauses
    .filter(({ kind }) => ['heading', 'item', 'paragraph'].includes(kind))
    .map(({ id, kind, text }) => ({ id, kind, text }))

const columns = (text: string): number => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)

/**
 * The lines of a paragraph set in so many columns, its first line indented by two characters. Numbers and words stay
 * whole, closing punctuation never begins a line, an opening bracket never ends one. Where a web address leaves much
 * of a line empty, its letters are set apart.
 */
function wrap(text: string, width: number, indent = 4): string[] {
  const lines = ['']
  let used = indent
  for (const [piece] of text.matchAll(/[（《“〔]*(?:[\w%./:]+|[^])[，。、；：”）》〕]*/gu)) {
    const wide = columns(piece)
    if (used + wide > width) {
      lines.push('')
      used = 0
    }
    lines[lines.length - 1] += piece
    used += wide
  }
  return lines.map((line, at) => {
    const isShort = at < lines.length - 1 && columns(line) * 1.5 < width
    return isShort && /^\p{Script=Han}+$/u.test(line) ? letterSpaced(line) : line
  })
}

const toFullWidth = (text: string) => text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const letterSpaced = (text: string) => [...text].join(' ')

/** How a page may treat the text without changing what it says. */
const layout = fc.record({
  width: fc.integer({ min: 44, max: 80 }),
  blankLines: fc.integer({ min: 0, max: 2 }),
  pageLength: fc.integer({ min: 12, max: 40 }),
  pageNumber: fc.constantFrom(
    (page: number) => `- ${page} -`,
    (page: number) => `— ${page} —`,
    (page: number) => `第${page}页`,
  ),
  fullWidth: fc.boolean(),
  lineEnd: fc.constantFrom('', ' ', '\r'),
  pageStart: fc.constantFrom('', ' ', '\f', '　　'),
})
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never

function set(blocks: Block[], page: Layout): string {
  const lines = blocks.flatMap(({ text }) => wrap(page.fullWidth ? toFullWidth(text) : text, page.width))
  const numbered = lines.flatMap((line, at) =>
    at > 0 && at % page.pageLength === 0 ? [page.pageNumber(at / page.pageLength), page.pageStart + line] : [line],
  )
  const set = numbered.map((line) => `${line}${page.lineEnd}${'\n'.repeat(page.blankLines)}`)
  return frame(set, wrap(metadata.title, page.width, 8))
}

const runs = { numRuns: 300 }

describe('a notice comes out the same', () => {
  test('with each paragraph on a line of its own', () => {
    fc.assert(
      fc.property(notice, (blocks) => {
        const parsed = read(frame(blocks.map(({ text }) => text)))
        expect(provisionsOf(parsed)).toEqual(blocks)
        expectWhole(parsed)
      }),
      runs,
    )
  })

  test('broken into lines of any width, with blank lines, page numbers and full-width digits', () => {
    fc.assert(
      fc.property(notice, layout, (blocks, page) => {
        const parsed = read(set(blocks, page))
        expect(provisionsOf(parsed)).toEqual(blocks)
        expectWhole(parsed)
      }),
      runs,
    )
  })
})

test('any text at all is parsed without losing a character', () => {
  const fragments = fc.constantFrom(
    '一、',
    '（二）',
    '3.',
    '附件1',
    '附件：',
    '\t',
    '\n',
    ' ',
    '特此通知。',
    '。',
    '：',
    '2025年6月4日',
    '- 1 -',
    '申报对象',
    '联系人：张三',
    '（',
    '》',
    '①',
    '第一章',
    '①',
    '上海市知识产权局',
  )
  const text = fc.array(fc.oneof(fragments, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 60 })
  fc.assert(
    fc.property(text, (pieces) => expectWhole(read(pieces.join('')))),
    { numRuns: 1000 },
  )
})
