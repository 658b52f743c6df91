import { notice } from '../retrieve/made-up.ts'

const programme = (id: string) => [{ id, title: '云溪市陶瓷工坊', section: '', names: [] }]

/** Two calls for the same thing, three years apart. */
export const kilnsOld = notice(
  {
    id: 'kilns-2022',
    title: '关于组织申报2022年度云溪市陶瓷工坊的通知',
    year: 2022,
    programmes: programme('kilns-2022'),
  },
  '一、申报条件',
  '（一）工坊面积不少于80平方米；',
  '（二）签约工匠不少于5人；',
  '（三）上年度实际到账金额达到30万元，或者获得市级奖项。',
  '二、名额和经费',
  '评定陶瓷工坊不超过6家，对每家单位支持工作经费不超过8万元。',
  '三、报送',
  '申报单位于2022年9月30日前将材料报送至市文化局。',
)
export const kilnsNew = notice(
  {
    id: 'kilns-2025',
    title: '关于组织申报2025年度云溪市陶瓷工坊的通知',
    year: 2025,
    replaces: ['kilns-2022'],
    programmes: programme('kilns-2025'),
  },
  '一、申报条件',
  '（一）工坊面积不少于120平方米；',
  '（二）签约工匠不少于8人；',
  '（三）自有柴窑不少于2个。',
  '二、名额和经费',
  '评定陶瓷工坊不超过4家，对每家单位支持工作经费不超过10万元。',
  '三、报送',
  '申报单位于2026年4月30日前将材料报送至市文化局。',
)
/** A fee that nobody else charges. */
export const library = notice(
  { id: 'library-2024', title: '云溪市图书馆读者证管理办法', year: 2024 },
  '第一条 读者证押金为100元，退证时退还。',
  '第二条 逾期归还图书的，每册每日收取滞纳金0.2元。',
  '第三条 读者证不得转借他人使用。',
)
