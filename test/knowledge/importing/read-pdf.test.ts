import { beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '../../../knowledge/importing/read-pdf.ts'
import { htmlOf } from './html-file.ts'
import { pdfPrinter } from './pdf-file.ts'
import { linesOf, shenjiangLines } from './shenjiang.ts'

const print = await pdfPrinter()

const [number = '', title = '', ...rest] = shenjiangLines
const titled = `${htmlOf([number])}<p class="title">${title}</p>`
const stamp = '<div class="stamp">内部资料 注意保存</div>'

describe('a printed notice', () => {
  let lines: string[]

  beforeAll(async () => {
    const printed = await print(`${titled}${htmlOf([...rest, ...Array.from({ length: 12 }, () => rest[1]!)])}${stamp}`)
    lines = linesOf(await readPdf(printed))
  })

  test('has its paragraphs whole, over line ends and page ends', () => {
    expect(lines.slice(3)).toEqual([...rest, ...Array.from({ length: 12 }, () => rest[1])])
  })

  test('keeps the lines of a centred title, one after another', () => {
    expect(lines.slice(1, 3).join('')).toBe(title)
  })

  test('has no page numbers and no watermark', () => {
    expect(lines.filter((line) => /^—|内部资料/.test(line))).toEqual([])
  })
})

test('paragraphs that begin at the margin are told apart by their last lines and their numbers', async () => {
  const paragraphs = [
    '1.申报单位应当按照要求填写项目申报书，并准备相关的证明材料，在规定的期限以前以电子邮件和纸件报送，逾期不予受理。',
    '2.短句一条。',
    '没有编号的段落也从左边顶格开始，它前面的一行没有写满，所以另起一段，而它自己写得很长很长，要折成两行。',
  ]
  const printed = await print(paragraphs.map((text) => `<p class="flush">${text}</p>`).join(''))
  expect(linesOf(await readPdf(printed))).toEqual(paragraphs)
})

test('a running title is left out, the same words in the text are not', async () => {
  const pages = ['一', '二', '三', '四'].map((at) => `第${at}页收入申江区政策汇编，写成一个完整的句子。`)
  const body = pages.map((text) => `<section style="break-after:page">${htmlOf([text])}</section>`)
  const printed = await print(body.join(''), '申江区政策汇编')
  expect(linesOf(await readPdf(printed))).toEqual(pages)
})

test('lines of contacts with wide gaps are no table', async () => {
  const contact = ['联系人：张三', '联系电话：021-55550118', '电子邮箱：zhangsan@example.org']
  const wide = contact.map((text) => `<p class="flush">${text}<span style="padding-left:6em">传真：55550119</span></p>`)
  const lines = linesOf(await readPdf(await print(wide.join(''))))
  expect(lines).toEqual(contact.map((text) => `${text}  传真：55550119`))
})

test('letters, numbers and addresses keep their blanks and lose those of the layout', async () => {
  const text = '按照 GB/T 33251-2016 的要求，在 https://www.example.org/apply 填报，由区科委 陆文静受理。'
  const read = await readPdf(await print(`<p class="flush">${text}</p>`))
  expect(read).toContain('GB/T 33251-2016')
  expect(read).toContain('https://www.example.org/apply')
  expect(read).toContain('区科委 陆文静')
})
