import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../knowledge/importing/import-file.ts'
import { writeZip } from '../../../knowledge/importing/zip.ts'
import { temporaryDirectory } from '../../support/database.ts'
import { docxFile, docxOf, paragraph } from './docx-file.ts'
import { encodeGbk, htmlOf, pageOf } from './html-file.ts'
import { linesOf, shenjiangFile, shenjiangLines, shenjiangText, withBars } from './shenjiang.ts'

const directory = temporaryDirectory()

function fileOf(name: string, content: string | Buffer): string {
  const file = join(directory, name)
  writeFileSync(file, content)
  return file
}

const title = shenjiangLines[1]!
const article = htmlOf(shenjiangLines.filter((line) => line !== title))
const rows = shenjiangLines.filter((line) => line.includes('\t'))
const [header = '', ...records] = rows.map((row) => `| ${row.replaceAll('\t', ' | ')} |`)
const markdown = [
  '---\nlayout: notice\n---',
  ...shenjiangLines
    .filter((line) => !line.includes('\t'))
    .map((line) => line.replace(/^(?:[一二三四五六]、|.*的通知$)/u, '## $&').replace('30万元', '**30万元**')),
  `${header}\n|---|:--|---|--:|\n${records.join('\n')}`,
].join('\n\n')

const same: Record<string, () => string> = {
  'text in UTF-8': () => shenjiangFile,
  'text in UTF-8 with a mark and Windows line ends': () =>
    fileOf('bom.txt', `\ufeff${shenjiangText.replaceAll('\n', '\r\n')}`),
  'text in GB18030': () => fileOf('gb.txt', encodeGbk(shenjiangText)),
  'text in UTF-16': () => fileOf('utf16.TXT', Buffer.from(`\ufeff${shenjiangText}`, 'utf16le')),
  Markdown: () => fileOf('notice.md', markdown),
  'a web page in GBK': () => fileOf('gbk.html', encodeGbk(pageOf(title, article, 'gb2312'))),
  'a web page in UTF-8': () => fileOf('utf8.htm', pageOf(title, article, 'utf-8')),
  'a web page in GBK that does not say so': () => fileOf('none.html', encodeGbk(pageOf(title, article, ''))),
  'a Word file with automatic numbers': () => fileOf('notice.docx', docxOf(shenjiangLines)),
}

describe('the same notice comes out of', () => {
  for (const [kind, make] of Object.entries(same)) {
    test(kind, async () => {
      const lines = linesOf((await importFile(make())).text)
      const expected = kind.startsWith('text') ? shenjiangLines : withBars(shenjiangLines)
      expect(lines.toSorted()).toEqual(expected.toSorted())
      expect(lines.filter((line) => line !== title)).toEqual(expected.filter((line) => line !== title))
    })
  }
})

test('a web page says of its notice what its head does', async () => {
  const { hints } = await importFile(fileOf('head.html', pageOf(title, article, 'utf-8')))
  expect(hints).toEqual({ title, issued: '2026-03-17', issuer: '申江区科学技术委员会' })
})

const broken: [string, () => string, RegExp][] = [
  ['a file that is not there', () => join(directory, 'none.txt'), /没有这个文件/],
  ['a folder', () => directory, /不认识的文件类型|是文件夹/],
  ['a folder with the name of a file', () => folder('folder.txt'), /是文件夹/],
  ['an empty file', () => fileOf('empty.txt', ''), /文件是空的/],
  ['blanks', () => fileOf('blank.txt', ' \n\u3000\n'), /没有读到中文正文/],
  ['English', () => fileOf('english.txt', 'Notice on applications for 2026. '.repeat(20)), /没有读到中文正文/],
  ['bytes that are no text', () => fileOf('bytes.txt', Buffer.from([0x89, 0x50, 0, 0xff, 0xfe, 0x80])), /不是文本文件/],
  ['a picture', () => fileOf('scan.jpg', 'x'), /不认识的文件类型 \.jpg：是图片/],
  ['an old Word file', () => fileOf('old.doc', 'x'), /不认识的文件类型 \.doc：请用 Word 另存为 \.docx/],
  ['a metadata file', () => fileOf('data.json', '{}'), /请给出通知正文的文件/],
  ['a file without a type', () => fileOf('notice', 'x'), /不认识的文件类型/],
  [
    'more than 20 MB',
    () => fileOf('large.txt', Buffer.alloc(20 * 1024 * 1024 + 1, '大')),
    /文件太大（20\.0 MB），最多 20 MB/,
  ],
  ['a Word file that is none', () => fileOf('fake.docx', shenjiangText), /不是有效的 \.docx 文件/],
  ['half a Word file', () => fileOf('half.docx', docxOf(shenjiangLines).subarray(0, 900)), /不是有效的 \.docx 文件/],
  [
    'another ZIP archive',
    () => fileOf('zip.docx', writeZip(new Map([['a.txt', Buffer.from('x')]]))),
    /不是有效的 \.docx/,
  ],
  ['a locked Word file', () => fileOf('locked.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex')), /旧版 \.doc 或加了密码/],
  ['a Word file without text', () => fileOf('blank.docx', docxFile([paragraph('')])), /没有读到中文正文/],
  ['a PDF that is none', () => fileOf('fake.pdf', shenjiangText), /PDF 文件已损坏/],
  ['a locked PDF', () => fileOf('locked.pdf', scannedPdf(1, locked)), /PDF 加了密码，请去掉密码再试/],
  ['a scanned PDF', () => fileOf('scan.pdf', scannedPdf(2)), /没有可读的文字，可能是扫描件/],
  [
    'a page without an article',
    () => fileOf('page.html', '<html><body><nav>首页</nav></body></html>'),
    /没有读到中文正文/,
  ],
]

function folder(name: string): string {
  mkdirSync(join(directory, name))
  return join(directory, name)
}

/** What a PDF says that a password opens, here one that nobody knows. */
const locked = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'4f'.repeat(32)}>/U<${'55'.repeat(32)}>>>/ID[<00><00>]`

/** Pages with nothing on them but what could be a picture. */
function scannedPdf(pages: number, trailer = ''): string {
  const numbers = Array.from({ length: pages }, (_, at) => at + 3)
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${numbers.map((number) => `${number} 0 R`).join(' ')}]>>`,
    ...numbers.map(() => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>'),
  ]
  return `%PDF-1.4\n${objects.map((body, at) => `${at + 1} 0 obj${body}endobj\n`).join('')}trailer<</Root 1 0 R${trailer}>>\n%%EOF`
}

describe('one clear sentence refuses', () => {
  test.each(broken)('%s', async (_, make, reason) => {
    const refusal = await importFile(make()).then(
      () => 'nothing',
      (error: Error) => `${error.name}: ${error.message}`,
    )
    expect(refusal).toMatch(reason)
    expect(refusal).toMatch(/^ImportError: [^\n]{4,90}$/)
  })
})
