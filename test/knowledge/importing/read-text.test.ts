import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../knowledge/importing/read-markdown.ts'
import { tidyText } from '../../../knowledge/importing/tidy-text.ts'

describe('Markdown loses its marks', () => {
  const cases: [string, string][] = [
    ['# 关于申报的通知 #', '关于申报的通知'],
    ['**一、申报对象**', '一、申报对象'],
    ['实际到账 **500 万元** 或 *典型案例*', '实际到账 500 万元 或 典型案例'],
    ['- 申报书', '申报书'],
    ['1. 申报书', '1. 申报书'],
    ['> 引用', '引用'],
    ['登录[盘活系统](https://www.patentnavi.org.cn/ "系统")注册', '登录盘活系统注册'],
    ['见 <https://www.patentnavi.org.cn/>', '见 https://www.patentnavi.org.cn/'],
    ['1\\. 对象 a\\_b', '1. 对象 a_b'],
    ['增长 20*30 与 2 * 3 不变', '增长 20*30 与 2 * 3 不变'],
    ['第一行<br>  ', '第一行'],
    ['```\n代码\n```', '\n代码\n'],
    ['前<!-- 注\n释 -->后', '前后'],
    ['| 序号 | 单位 |\n|---|:-:|\n| 1 | 甲\\|乙 |', '序号\t|单位\n1\t|甲|乙'],
  ]
  test.each(cases)('%s', (markdown, text) => expect(readMarkdown(markdown)).toBe(text))
})

describe('an extract is tidied', () => {
  const cases: [string, string, string][] = [
    ['line ends', '甲\r\n乙\r丙\u2028丁\f戊', '甲\n乙\n丙\n丁\n戊'],
    ['invisible characters', '\ufeff甲\u200b乙\0丙\u00ad', '甲乙丙'],
    ['radicals that a font names instead of characters', '⼯作⽬标', '工作目标'],
    ['a tab that indents', '\t一、对象', '  一、对象'],
    ['a tab within a single line', '联系人：\t张三', '联系人：  张三'],
    ['tabs that indent lines under each other', '\t甲\n\t乙', '  甲\n  乙'],
    ['the tabs of a table', '序号\t单位\n\n1\t甲', '序号\t单位\n\n1\t甲'],
    ['full-width characters, which stay', '２０２４年　（一）', '２０２４年　（一）'],
  ]
  test.each(cases)('%s', (_, extract, text) => expect(tidyText(extract)).toBe(text))
})
