import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../knowledge/importing/import-file.ts'
import { temporaryDirectory } from '../../support/database.ts'
import { linesOf } from './shenjiang.ts'

const directory = temporaryDirectory()
const title = '澜州市知识产权局关于组织申报2026年度专利导航项目的通知'
const own = [
  '澜知发〔2026〕12号',
  '各有关单位：',
  '一、申报条件',
  '有效发明专利30件以上，并且在本市依法登记注册满三年。',
  '二、申报时间',
  '请于2026年5月31日前报送。',
  '附件：1.申报书.docx',
  '2.汇总表.xlsx',
  '澜州市知识产权局',
  '2026年3月20日',
]
const article = own
  .map((line) => `<p>${line.replace(/\d\.\S+x$/u, (name) => `<a href="/files/${name}">${name}</a>`)}</p>`)
  .join('')
const menu = `<ul>${['首页', '政务公开', '通知公告', '办事服务'].map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul>`
const way = '<div>当前位置：<a href="/">首页</a> &gt; <a href="/z">政务公开</a> &gt; <a href="/t">通知公告</a></div>'
const info =
  '<div>发布时间：2026-03-21 10:00 来源：澜州市知识产权局 浏览次数：9 字体：【<a href="javascript:s()">大</a> <a href="javascript:t()">小</a>】</div>'
const buttons =
  '<div>分享到：<a href="javascript:w()">微信</a></div><p><span onclick="p()">打印</span> <span onclick="c()">关闭</span></p>'
const others =
  '<div>上一篇：<a href="1">关于公布2025年名单的通知</a></div><div><h3>相关文档</h3><ul><li><a href="2">关于印发专利资助办法的通知</a></li><li><a href="3">关于评奖的通知</a></li></ul></div>'
const foot = '<div><p>主办：澜州市知识产权局</p><p>地址：澜州市中山路1号</p><p><a href="x">澜ICP备1号</a></p></div>'
const head = `<h1>${title}</h1>`
const table = `<table><tr><td>索引号</td><td>A1</td><td>发文机关</td><td>澜州市知识产权局</td></tr><tr><td>成文日期</td><td>2026-03-20</td><td>发文字号</td><td>澜知发〔2026〕12号</td></tr></table>`

const pages: Record<string, string> = {
  'on one level': menu + way + head + info + article + buttons + others + foot,
  'in blocks': `<div>${menu}</div><div>${way}<div>${table}${head}${info}<div id="zoom">${article}</div>${buttons}</div>${others}</div>${foot}`,
  'laid out with tables': `<table><tr><td>${menu}</td></tr><tr><td>${others}</td><td>${way}${head}${info}${article}${buttons}</td></tr><tr><td>${foot}</td></tr></table>`,
  'whose words around it outweigh it': `${menu.repeat(12)}${way}${head}${article}${others.repeat(9)}${foot}`,
}

async function read(body: string) {
  const file = join(directory, 'page.html')
  writeFileSync(file, `<html><head><meta charset="utf-8"><title>通知公告</title></head><body>${body}</body></html>`)
  return importFile(file)
}

describe('of a saved page nothing but its document is read', () => {
  test.each(Object.entries(pages))('%s', async (_, body) => {
    const { text } = await read(body)
    expect(linesOf(text)).toEqual([title, ...own])
  })
})

test('what its table of labels says is kept', async () => {
  const { hints } = await read(pages['in blocks']!)
  expect(hints).toMatchObject({
    title,
    documentNumber: '澜知发〔2026〕12号',
    issuer: '澜州市知识产权局',
    issued: '2026-03-20',
  })
})

test('links within a sentence and lists with numbers stay', async () => {
  const sentence =
    '按照<a href="/law">《中华人民共和国专利法》</a>的规定执行，网址为<a href="https://a.example">https://a.example</a>。'
  const list = '<p>1.<a href="/1">《专利资助办法》</a></p><p>2.<a href="/2">《专利奖评选办法》</a></p>'
  const { text } = await read(`${menu}${head}<p>${sentence}</p>${list}<p>${own[3]}</p>${foot}`)
  expect(linesOf(text)).toEqual([
    title,
    '按照《中华人民共和国专利法》的规定执行，网址为https://a.example。',
    '1.《专利资助办法》',
    '2.《专利奖评选办法》',
    own[3],
  ])
})

describe('a page that would take all there is', () => {
  const cases: [string, string][] = [
    ['of blocks in blocks', '<div>'.repeat(50_000) + article],
    ['of tables in tables', '<table><tr><td>'.repeat(1_000) + article],
    ['of words in words', '<p>' + '<q>'.repeat(2_000) + article],
  ]
  test.each(cases)('%s is refused by name', async (_, body) => {
    await expect(read(body)).rejects.toThrow('嵌套太深')
  })

  test('of cells over a thousand rows and columns is read', async () => {
    const rows = Array.from(
      { length: 300 },
      (_, at) => `<tr><td rowspan="1000" colspan="1000">格${at}</td><td>乙</td></tr>`,
    )
    expect((await read(`${head}<table>${rows.join('')}</table>${article}`)).text).toContain('格299')
  })
})

test('a number and a title that come on one line are parted', async () => {
  const file = join(directory, 'glued.txt')
  writeFileSync(file, [`${own[0]}${title}`, ...own.slice(1)].join('\n'))
  expect(linesOf((await importFile(file)).text).slice(0, 2)).toEqual([own[0], title])
  writeFileSync(file, [`${title}（${own[0]}）`, ...own.slice(1)].join('\n'))
  expect(linesOf((await importFile(file)).text).slice(0, 2)).toEqual([title, `（${own[0]}）`])
})
