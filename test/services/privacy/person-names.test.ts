import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { redact } from '../../../services/model/redact.ts'

const catalogue = buildCatalogue(loadNotices())

describe('names of persons are taken out', () => {
  const cases: [string, string][] = [
    ['我叫李小明，盘点率要多少', '李小明'],
    ['我是王芳，想问一下截止时间', '王芳'],
    ['联系人：陈志强', '陈志强'],
    ['赵主任让我问经费是多少', '赵'],
    ['周建国教授的专利算不算', '周建国'],
    ['请转告欧阳修远老师', '欧阳修远'],
    ['材料交给刘洋可以吗', '刘洋'],
    ['孙丽华的材料交给谁', '孙丽华'],
    ['张燕山的电话', '张燕山'],
    ['张三的身份证号丢了', '张三'],
    ['我是瑞金医院的孙悟空', '孙悟空'],
    ['黄晓明和杨颖合作的专利怎么算', '黄晓明'],
    ['叫我小王就行', '王'],
    ['My name is Zhang Wei, is the call open?', 'Zhang'],
  ]
  for (const [text, name] of cases)
    test(text, () => {
      expect(redact(text, catalogue)).not.toContain(name)
      expect(redact(text, catalogue)).toContain('[姓名]')
    })
})

describe('questions without names stay as they are', () => {
  for (const text of [
    '2025年运营中心要多少件有效发明专利？',
    '高校运营中心的申报条件有哪些',
    '盘点率要达到多少',
    '经费什么时候能到账',
    '财政资金不能用在哪里',
    '方案里第三条是什么',
    '高价值专利培育有什么措施',
    '单位需要准备哪些证明材料',
    '金融机构怎么参与',
    '项目总结报告怎么写',
  ])
    test(text, () => {
      expect(redact(text, catalogue)).toBe(text)
    })
})

test('numbers and addresses go too', () => {
  const text = '我的手机13812345678，邮箱li@example.com，身份证310101199003074514'
  expect(redact(text, catalogue)).not.toMatch(/\d{6}|@/)
})
