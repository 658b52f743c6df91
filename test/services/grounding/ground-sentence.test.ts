import { describe, expect, test } from 'vitest'
import { buildCatalogue, type Entry } from '../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { groundSentence } from '../../../services/grounding/ground-sentence.ts'

const catalogue = buildCatalogue(loadNotices())
const entry = (notice: string, clause: string): Entry => catalogue.find(notice, clause)!
const clauses = {
  patents: [entry('medical-2025', '1.2.1')],
  procedure: [entry('medical-2025', '3.1')],
  money: [entry('medical-2025', '1.4.p1')],
  contact: [entry('medical-2025', 'contact')],
  income: [entry('medical-2025', '1.2.4')],
}

describe('a sentence in the words of its clause holds', () => {
  const cases: [keyof typeof clauses, string][] = [
    ['patents', '根据2025年通知，截至申报日，有效发明专利应达到100件以上。'],
    ['patents', '有效发明专利应达到一百件以上'],
    ['patents', '有效发明专利达到１００件以上'],
    ['procedure', '按照通知，申报单位应按照相关要求填写项目申报书、项目实施承诺书并准备相关证明材料'],
    ['money', '2025年，评定上海市医疗卫生系统知识产权运营中心不超过5家，对每家单位支持工作经费不超过200,000元'],
    ['money', '项目单位应与市知识产权局签订协议，确保完成项目绩效及合规使用资金'],
    ['contact', '联系人：知识产权运用促进处张燕山；联系电话：021-23170420。'],
    ['contact', '邮箱：yszhang@zscqj.shanghai.gov.cn；地址：世博村路300号1号楼'],
    [
      'income',
      '2023年至申报日，通过专利许可、转让等形式，达成专利转化交易，实际到账金额达到500万元；或者具有成功实施专利作价入股典型案例',
    ],
  ]
  for (const [name, sentence] of cases)
    test(sentence, () => {
      expect(groundSentence(sentence, clauses[name])?.rests).toEqual(clauses[name])
    })
})

describe('a sentence that says anything else, or leaves out what it depends on, does not', () => {
  const cases: [keyof typeof clauses, string][] = [
    ['patents', '有效发明专利达到99件以上'],
    ['patents', '有效发明专利不超过100件'],
    ['patents', '有效发明专利达到100件以下'],
    ['patents', '有效发明专利达到100项以上'],
    ['patents', '不需要有效发明专利'],
    ['patents', '2026年有效发明专利达到100件以上'],
    ['patents', '有效发明专利达到100件以上，且必须缴纳保证金'],
    ['patents', '有效发明专利达到100件以上，联系人王小明'],
    ['patents', '有效发明专利达到100件以上，详询13800138000'],
    ['patents', '任何单位都可以申报'],
    ['patents', '您的申报已获批准。'],
    ['patents', '依据沪知局促〔2025〕12号，有效发明专利达到100件以上'],
    ['procedure', '于2025年6月30日前报送'],
    ['procedure', '逾期也予受理'],
    ['procedure', '逾期受理'],
    ['procedure', '截止时间已延长'],
    ['procedure', '以电子邮件或纸件报送'],
    ['procedure', '纸件一式3份'],
    ['money', '每家支持20万元'],
    ['money', '每家单位支持工作经费不少于20万元'],
    ['money', '财政资金可以用于专利申请维持费'],
    ['money', '财政资金用于专利申请维持费'],
    ['contact', '联系人李四，电话021-23170420'],
    ['contact', '电话是021-23170421'],
    ['contact', '邮箱fake@example.com'],
    ['contact', '地址是世博村路301号'],
    ['income', '实际到账金额达到500万元，并且具有成功实施专利作价入股典型案例'],
    ['income', '2023年至申报日，通过专利许可、转让等形式，达成专利转化交易，实际到账金额达到500万元'],
    ['procedure', '于2025年6月13日前报送'],
    ['patents', ''],
    ['patents', '根据通知的规定。'],
  ]
  for (const [name, sentence] of cases)
    test(sentence || 'nothing at all', () => {
      expect(groundSentence(sentence, clauses[name])).toBeUndefined()
    })
})
