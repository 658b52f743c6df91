import { describe, expect, test } from 'vitest'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import { programmeOf, resolved } from '../eligibility/resolved.ts'

const prepare = (id: string) => checkProgramme(programmeOf(id), {}, '2026-11-21').preparation
const words = (id: string, kind: string) =>
  prepare(id)
    .filter((item) => item.kind === kind)
    .map(({ text }) => text)
    .join('\n')

describe.each(resolved)('$id', ({ id, criteria, preferences, window }) => {
  test('has evidence for each criterion and preference, and for nothing else', () => {
    const proven = prepare(id).flatMap((item) => item.proves ?? [])
    expect(proven).toEqual([...criteria, ...preferences].map((one) => one.id))
  })

  test('calls advice what the notice leaves open', () => {
    for (const item of prepare(id)) expect(item.text.startsWith('建议备齐：')).toBe(item.proves !== undefined)
  })

  test('names form, letter, last day, copies and contact', () => {
    const ids = prepare(id).map((item) => item.id)
    expect(ids).toEqual(
      expect.arrayContaining(['application-form', 'commitment-letter', 'deadline', 'copies', 'contact']),
    )
    const [year, month, day] = window.closes.split('-').map(Number)
    expect(words(id, 'submission')).toContain(`${year}年${month}月${day}日前`)
    expect(words(id, 'submission')).toContain('一式2份')
  })

  test('says where it stands, or that it stands nowhere', () => {
    for (const item of prepare(id)) expect(item.source !== undefined || item.text.includes('没有写明')).toBe(true)
  })
})

test.each([
  { id: 'medical-center-2025', kind: 'contact', says: ['张燕山', '021-23170420'] },
  { id: 'medical-center-2025', kind: 'submission', says: ['yszhang@zscqj.shanghai.gov.cn', '世博村路300号1号楼'] },
  { id: 'medical-promotion-2025', kind: 'form', says: ['运营促进中心项目申报书（通知附件2）'] },
  { id: 'medical-center-2022', kind: 'contact', says: ['张燕山、孔元中', '021-23110888', '021-50723882'] },
  { id: 'medical-center-2022', kind: 'submission', says: ['zys820701@163.com', '1号楼306室'] },
  {
    id: 'university-center-2022',
    kind: 'form',
    says: ['A4', '双面', '左侧', '“无”', '1000字', '2000字', '签名并加盖公章'],
  },
])('$id, $kind: $says', ({ id, kind, says }) => {
  for (const one of says) expect(words(id, kind)).toContain(one)
})

test('the contact of one notice is not given for another', () => {
  expect(words('university-center-2022', 'contact')).toBe(
    '所收录的通知文本没有写明报送邮箱、地址和联系人，请向上海市知识产权局核实。',
  )
  expect(words('medical-center-2025', 'contact')).not.toContain('孔元中')
})

test('the fields of the university form with a limit carry it', () => {
  const limits = prepare('university-center-2022').flatMap(({ maxCharacters, source }) =>
    maxCharacters === undefined ? [] : [{ maxCharacters, quote: source?.quote }],
  )
  expect(limits).toEqual([
    { maxCharacters: 1000, quote: '1000字以内' },
    { maxCharacters: 2000, quote: '不超过2000字，详细内容可作为附件附后' },
  ])
})
