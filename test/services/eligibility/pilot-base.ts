import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import type { ProgrammeDocument } from '../../../services/eligibility/document.ts'

const source = readFileSync(join(import.meta.dirname, '../../fixtures/programmes/jiangling-2026.txt'), 'utf8')

/** A made-up notice whose conditions are of every kind that those of the four that ship are not. */
export const pilotNotice = parseNotice(
  {
    id: 'jiangling-2026',
    title: '江陵市科学技术局关于组织申报2027年度江陵市中试基地的通知',
    shortTitle: '江陵中试基地2027',
    documentNumber: '江科规〔2026〕9号',
    issuer: '江陵市科学技术局',
    issued: '2026-11-02',
    year: 2026,
    programmes: [{ id: 'pilot-base-2027', title: '江陵市中试基地', section: '' }],
    replaces: [],
  } as never,
  source,
)

const asked = (label: string, prompt: string) => ({
  label,
  prompt,
  help: '以证明材料为准。例：如实填写。',
  why: '是申报条件之一。',
  pace: 'slow' as const,
  paceNote: '需要时间',
})

/** Its programme, written by hand. */
export const pilotBase: ProgrammeDocument = {
  id: 'pilot-base-2027',
  title: '江陵市中试基地',
  year: 2027,
  notice: 'jiangling-2026',
  facts: {
    isLocalCompany: {
      type: 'bool',
      ...asked('本市企业', '贵单位是在江陵市注册的企业吗？'),
      need: '为在本市注册的企业',
      yes: '是在本市注册的企业',
      no: '不是在本市注册的企业',
      applicants: ['企业', '公司'],
    },
    foundedOn: { type: 'date', ...asked('成立日期', '贵单位是哪一天成立的？'), spokenAs: ['成立'] },
    isDishonest: {
      type: 'bool',
      ...asked('严重失信', '贵单位被列入严重失信主体名单了吗？'),
      need: '被列入严重失信主体名单',
      yes: '被列入了严重失信主体名单',
      no: '未被列入严重失信主体名单',
    },
    staffCount: { type: 'int', unit: '人', ...asked('职工人数', '贵单位有多少名职工？') },
    revenueWan: { type: 'number', unit: '万元', ...asked('上年度营业收入', '贵单位上年度营业收入是多少万元？') },
    isStateOwned: {
      type: 'bool',
      ...asked('国有企业', '贵单位是国有企业吗？'),
      need: '为国有企业',
      yes: '是国有企业',
      no: '不是国有企业',
    },
    hasConsent: {
      type: 'bool',
      ...asked('主管部门同意', '贵单位取得主管部门同意了吗？'),
      need: '取得主管部门同意',
      yes: '已取得主管部门同意',
      no: '未取得主管部门同意',
    },
    inventionPatents: { type: 'int', unit: '件', ...asked('有效发明专利', '贵单位有多少件有效发明专利？') },
    researchPercent: { type: 'percent', unit: '%', ...asked('研发费用占比', '贵单位研发费用占比是多少？') },
    awardedOn: { type: 'date', ...asked('获奖日期', '贵单位最近一次获省级以上科技奖励是哪一天？') },
    equipmentCostWan: { type: 'number', unit: '万元', ...asked('设备购置费用', '贵单位设备购置费用是多少万元？') },
  },
  window: {
    quote: '申报单位应于2026年12月31日前将申报书报送至市科学技术局',
    opens: '2026-11-02',
    closes: '2026-12-31',
  },
  criteria: [
    {
      id: 'applicant',
      title: '申报对象',
      quote: '申报单位为在本市注册、成立满三年的企业',
      condition: {
        allOf: [
          { fact: 'isLocalCompany', is: true },
          { fact: 'foundedOn', atLeastAgo: { years: 3 } },
        ],
      },
    },
    {
      id: 'honest',
      title: '信用',
      quote: '申报单位未被列入严重失信主体名单',
      condition: { fact: 'isDishonest', is: false },
    },
    {
      id: 'size',
      title: '规模',
      quote: '职工人数不超过300人，上年度营业收入超过1000万元且不超过2亿元',
      condition: {
        allOf: [
          { fact: 'staffCount', atMost: 300 },
          { fact: 'revenueWan', moreThan: 1000, atMost: 20_000 },
        ],
      },
    },
    {
      id: 'consent',
      title: '主管部门同意',
      quote: '国有企业须取得主管部门同意',
      condition: { if: { fact: 'isStateOwned', is: true }, then: { fact: 'hasConsent', is: true } },
    },
    {
      id: 'strength',
      title: '创新能力',
      quote: '有效发明专利达到10件以上、研发费用占比达到5%、2024年1月1日以后获得省级以上科技奖励，以上三项至少符合两项',
      condition: {
        atLeastOf: {
          count: 2,
          of: [
            { fact: 'inventionPatents', atLeast: 10 },
            { fact: 'researchPercent', atLeast: 5 },
            { fact: 'awardedOn', notBefore: '2024-01-01' },
          ],
        },
      },
    },
  ],
  preferences: [],
  commitments: [],
  support: {
    amountText: '按设备购置费用的30%给予资助，最高不超过100万元',
    placesText: '',
    money: { quote: '按设备购置费用的30%给予资助，最高不超过100万元' },
    restrictions: [],
    amounts: [
      {
        quote: '按设备购置费用的30%给予资助，最高不超过100万元',
        amount: { upTo: 100, amount: { percent: 30, of: 'equipmentCostWan' } },
      },
    ],
  },
  preparation: [{ id: 'form', kind: 'form', text: '申报书。', quote: '将申报书报送至市科学技术局' }],
}
