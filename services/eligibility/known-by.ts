import type { Fact } from './document-facts.ts'
import type { Knower } from './knowers.ts'

const ownAffairs = /制度|章程|职能|部门|机构|人员|职工|员工|人数|等级|意愿|奖|示范|试点|认定|资质|注册地|成立|登记日期/u
const money = /经费|资金|到账|收入|投入(?!运营|使用|生产)|营收|产值|利润|纳税|金额|银行|支出|预算/u
const system = /率$|系统|平台|比例|占比/u
const patents = /专利|商标|发明|著作权|知识产权|成果|转化|许可|转让|作价|交易|案例|技术/u

/** Who usually knows a fact: as its programme declares or, where it does not, by its unit and its name. */
export function knownBy(fact: Fact): Knower {
  if (fact.knownBy) return fact.knownBy
  const unit = 'unit' in fact ? fact.unit : ''
  if (/元$/u.test(unit)) return 'money'
  if (fact.type === 'percent' || unit === '%') return 'rates'
  const { label } = fact
  if (system.test(label)) return 'rates'
  if (ownAffairs.test(label)) return 'organisation'
  if (money.test(label)) return 'money'
  return patents.test(label) ? 'patents' : 'organisation'
}
