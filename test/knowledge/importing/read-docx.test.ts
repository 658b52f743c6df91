import { describe, expect, test } from 'vitest'
import { chineseNumber, formatNumber } from '../../../knowledge/importing/list-numbers.ts'
import { readDocx } from '../../../knowledge/importing/read-docx.ts'
import { parseNumeral } from '../../../knowledge/language/numeral.ts'
import { cell, docxFile, numbered, paragraph, styled, table } from './docx-file.ts'

const read = async (body: string[]) => (await readDocx(docxFile(body))).split('\n')

describe('numbers that the program counts', () => {
  test('stand before their paragraphs, the lower ones anew under each higher one', async () => {
    const body = [
      styled('Part', '对象'),
      styled('MyPart', '条件'),
      numbered(1, '甲'),
      numbered(2, '乙'),
      numbered(2, '丙'),
      numbered(3, '丁'),
      numbered(1, '戊'),
      numbered(2, '己'),
      styled('Part', '程序'),
      numbered(1, '庚'),
    ]
    expect(await read(body)).toEqual([
      ...['一、对象', '二、条件', '（一）甲', '1.乙', '2.丙', '①丁'],
      ...['（二）戊', '1.己', '三、程序', '（一）庚'],
    ])
  })

  test('skip empty paragraphs, as the page does', async () => {
    expect(await read([numbered(2, '甲'), numbered(2, ''), numbered(2, '乙')])).toEqual(['1.甲', '2.乙'])
  })

  const formats: [string, number, string][] = [
    ['chineseCounting', 10, '十'],
    ['chineseCountingThousand', 21, '二十一'],
    ['japaneseCounting', 105, '一百零五'],
    ['ideographDigital', 10, '一〇'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalZero', 7, '07'],
    ['lowerLetter', 28, 'ab'],
    ['upperRoman', 49, 'XLIX'],
    ['decimal', 12, '12'],
    ['bullet', 3, ''],
    ['aFormatOfTomorrow', 3, '3'],
  ]
  test.each(formats)('%s writes %i as %s', (format, value, text) => expect(formatNumber(value, format)).toBe(text))

  test('are read again as what they are', () => {
    for (let value = 1; value < 10_000; value++) expect(parseNumeral(chineseNumber(value))).toBe(value)
  })
})

test('each cell of a row begins with a bar, and merged ones stand in every row', async () => {
  const rows = [
    [cell('项目'), cell('序号'), cell('支持单位')],
    [cell('运营中心', '<w:vMerge w:val="restart"/>'), cell('1'), cell('同济大学')],
    [cell('', '<w:vMerge/>'), cell('2'), cell('东华大学')],
    [cell('合计', '<w:gridSpan w:val="2"/>'), cell('2 家')],
  ]
  expect(await read([table(rows)])).toEqual([
    '项目\t|序号\t|支持单位',
    '运营中心\t|1\t|同济大学',
    '运营中心\t|2\t|东华大学',
    '合计\t\t|2 家',
  ])
})

test('what was deleted under tracked changes stays deleted, what was inserted is there', async () => {
  const changed =
    '<w:p><w:r><w:t>不少于</w:t></w:r><w:del w:id="1"><w:r><w:delText>20</w:delText></w:r></w:del>' +
    '<w:ins w:id="2"><w:r><w:t>30</w:t></w:r></w:ins><w:r><w:t>家</w:t></w:r></w:p>'
  expect(await read([changed])).toEqual(['不少于30家'])
})

test('a line break ends a line, a tab within one is a blank', async () => {
  const broken = '<w:p><w:r><w:t>联系人：</w:t><w:tab/><w:t>张三</w:t><w:br/><w:t>电话：55550118</w:t></w:r></w:p>'
  expect(await read([broken, paragraph('A & B <C>')])).toEqual(['联系人： 张三', '电话：55550118', 'A & B <C>'])
})
