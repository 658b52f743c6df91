import { beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '../../../knowledge/importing/read-pdf.ts'
import { htmlOf } from './html-file.ts'
import { pdfPrinter } from './pdf-file.ts'
import { linesOf, shenjiangLines, withBars } from './shenjiang.ts'

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
    expect(lines.slice(3)).toEqual([...withBars(rest), ...Array.from({ length: 12 }, () => rest[1])])
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

test('raised and lowered digits are kept as such', async () => {
  const text = '<p class="flush">病毒载量≥10<sup>5</sup>拷贝，面积60m<sup>2</sup>，排放CO<sub>2</sub>，金额105元。</p>'
  expect(linesOf(await readPdf(await print(text)))).toEqual(['病毒载量≥10⁵拷贝，面积60m²，排放CO₂，金额105元。'])
})

describe('a table with lines around its cells', () => {
  const cells = (row: string[], tag = 'td') => `<tr>${row.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`

  test('has its cells whole however they are broken, and merged ones in their first place', async () => {
    const rows = [
      '<td rowspan="2">上海市医疗卫生系统知识产权运营中心</td><td>1</td><td>上海长征医院（海军军医大学第二附属医院）</td>',
      '<td>2</td><td>上海市东方医院（同济大学附属东方医院）</td>',
      '<td colspan="2">合计</td><td>两家</td>',
    ]
    const table = `<table style="width:14em">${cells(['项目名称', '子序', '支持单位'])}${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`
    const lines = linesOf(
      await readPdf(await print(`${htmlOf(['名单如下：'])}${table}${htmlOf(['以上单位请按时报送。'])}`)),
    )
    expect(lines.map((line) => line.replace(/ /g, ''))).toEqual([
      '名单如下：',
      '项目名称\t|子序\t|支持单位',
      '上海市医疗卫生系统知识产权运营中心\t|1\t|上海长征医院（海军军医大学第二附属医院）',
      '上海市医疗卫生系统知识产权运营中心\t|2\t|上海市东方医院（同济大学附属东方医院）',
      '合计\t\t|两家',
      '以上单位请按时报送。',
    ])
  })

  test('goes on over pages with its header once', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [String(at + 1), `第${at + 1}号单位`])
    const head = `<thead>${cells(['序号', '单位'], 'th')}</thead>`
    const printed = await print(`<table>${head}${rows.map((row) => cells(row)).join('')}</table>`)
    expect(linesOf(await readPdf(printed))).toEqual(['序号\t|单位', ...rows.map((row) => row.join('\t|'))])
  })

  test('goes on over pages with a header of two rows once', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [String(at + 1), `${at}元`, '50元'])
    const head =
      '<thead><tr><th rowspan="2">序号</th><th colspan="2">限额</th></tr><tr><th>职工</th><th>居民</th></tr></thead>'
    const printed = await print(`<table>${head}${rows.map((row) => cells(row)).join('')}</table>`)
    expect(linesOf(await readPdf(printed))).toEqual([
      '序号\t|限额',
      '序号\t|职工\t|居民',
      ...rows.map((row) => row.join('\t|')),
    ])
  })

  test('is none where lines only underline or frame', async () => {
    const framed = '<p class="flush" style="border:1px solid">注意：<u>请在期限以前报送</u></p><hr>'
    expect(linesOf(await readPdf(await print(framed)))).toEqual(['注意：请在期限以前报送'])
  })
})

describe('a table without lines around its cells', () => {
  const style = 'style="border:0;padding:2px 24px 2px 0;vertical-align:top"'
  const bare = (rows: string[][]) =>
    `<table style="width:auto">${rows.map((row) => `<tr>${row.map((text) => `<td ${style}>${text}</td>`).join('')}</tr>`).join('')}</table>`
  const rows = [
    ['序号', '单位名称', '资助金额'],
    ['1', '申江区中心医院', '30万元'],
    ['2', '申江大学附属医院', '25万元'],
    ['3', '申江区图书馆', '8万元'],
  ]

  test('is read by where its cells stand', async () => {
    const printed = await print(`${htmlOf(['名单如下：'])}${bare(rows)}${htmlOf(['以上单位请按时报送。'])}`)
    expect(linesOf(await readPdf(printed))).toEqual([
      '名单如下：',
      ...rows.map((row) => row.join('\t|')),
      '以上单位请按时报送。',
    ])
  })

  test('with lines between its rows alone is read so too', async () => {
    const ruled = bare(rows).replaceAll('border:0', 'border:0;border-bottom:1px solid')
    expect(linesOf(await readPdf(await print(ruled)))).toEqual(rows.map((row) => row.join('\t|')))
  })
})
