import { describe, expect, test } from 'vitest'
import { readContacts } from '../../../knowledge/language/contact.ts'

const cases: [text: string, ...contacts: string[]][] = [
  ['联系电话：021-23170420', 'phone 021-23170420'],
  ['联系方式：021-23110888；021-50723882（传真）', 'phone 021-23110888', 'phone 021-50723882'],
  ['联系人：章志祥 23170422', 'phone 23170422'],
  ['手机138 1234 5678', 'phone 138 1234 5678'],
  ['拨打12345或者12330热线', 'phone 12345', 'phone 12330'],
  ['电话（010）82691234转8012', 'phone （010）82691234转8012'],
  ['邮箱：zys820701@163.com', 'mail zys820701@163.com'],
  ['邮 箱 ： \nyszhang@zscqj.shanghai.gov.cn）', 'mail yszhang@zscqj.shanghai.gov.cn'],
  ['（https://www.patentnavi.org.cn/）注册', 'url https://www.patentnavi.org.cn/'],
  ['登录www.gz.gov.cn查询', 'url www.gz.gov.cn'],
  ['地址：世博村路300号1号楼306室', 'address 世博村路300号1号楼306室'],
  ['地址：世博村路\n300 号 1 号 楼', 'address 世博村路\n300 号 1 号 楼'],
  ['天河区体育东路145、147、149号', 'address 天河区体育东路145、147、149号'],
  ['邮编：200120', 'postcode 200120'],
  ['沪知局促〔2025〕11 号', 'documentNumber 沪知局促〔2025〕11 号'],
  ['（财建﹝2019﹞50号）', 'documentNumber 财建﹝2019﹞50号'],
  ['按照沪知局促〔2025〕11号执行', 'documentNumber 沪知局促〔2025〕11号'],
  ['国务院令第569号', 'documentNumber 国务院令第569号'],
  ['23170420元'],
  ['有效发明专利100件'],
  ['2025年6月13日'],
]

describe('contacts are read', () => {
  test.each(cases.map(([text, ...contacts]) => [text, contacts] as const))('%s', (text, contacts) => {
    expect(readContacts(text).map(({ kind, text: said }) => `${kind} ${said}`)).toEqual(contacts)
    for (const { start, end, text: said } of readContacts(text)) expect(text.slice(start, end)).toBe(said)
  })
})
