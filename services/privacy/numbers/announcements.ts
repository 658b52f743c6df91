import type { Kind } from '../finding.ts'

/** What announces a number of a person: the words for a paper, an account or a device, and the kind that it is. */
export type Announcement = { kind: Kind; words: string }

const identityPapers =
  '身份证(?!明)|身分证|身份号|sfz|证件|(?<!凭)证号|居民证|居住证|居留证|居留许可|永居[证卡]?|永久居留(?:身份)?证|绿卡|通行证|回乡证|返乡证|还乡证|台胞证?|港澳证|赴[港台]证|签注|海员证|暂住证|户口[本簿]?|户号'
const servicePapers =
  '军官证|士兵证|士官证|军人证|文职(?:人员)?证|军残证|警官证|警号|警察证|退役(?:军人)?(?:优待)?证|优待证|老年证|残疾(?:人)?证|残联证'
const professionalPapers =
  '(?:医师|医生|护士|药师|教师|律师|记者|会计师?|导游|代理师|专利代理师|执业医师|执业药师|执业护士|规培|住培)(?:执业|资格)*(?:证书?|资格|执业)|(?<!机构)执业(?:资格)?证书?|资格证书?|职称证书?|技能证书?|上岗证|从业证'
const civilPapers =
  '结婚证|离婚证|出生(?:医学)?证明?|独生子女证|准生证|房产证|房本|不动产(?:权)?证|产权证|驾驶证|驾照|行驶证|学位证书?|学历证书?|毕业证书?|结业证书?|学生证|教师证|工作证|工作牌|胸牌|借书证|读者证|借阅证'
const cardsAndAccounts =
  '社保[卡号]?|社会保障[卡号]?|医保[卡号]?|医疗保险|养老(?:保险|金)|公积金|年金|保单|理赔|会员|ETC|一卡通|校园卡|饭卡|公交卡|交通卡|购物卡|水表|电表|燃气'
const rolls =
  '学号|学籍|工号|职工|员工|教工|人员编[号码]|个人编[号码]|用户编[号码]|考号|考籍|准考证?|考生|报名(?:序)?号|面试号|病历|病案|住院|门诊|急诊|就诊[卡号]?|诊疗[卡号]|挂号|病人|病员|患者|体检|检查号|检验|放射号|影像号|超声号|病理号?|标本|医嘱|处方|建档|档案|存折|人事档案'
const devices =
  'imei|meid|imsi|iccid|串号|设备(?:号|码|id)|机器码|(?:uu|open|union)id|(?:手机|电脑|设备|笔记本|平板)(?:的)?(?:序列号|sn)'

/** The most particular first. */
export const announcements: readonly Announcement[] = [
  { kind: 'passport', words: '护照|passport' },
  {
    kind: 'identity',
    words: [identityPapers, servicePapers, professionalPapers, civilPapers, cardsAndAccounts, rolls].join('|'),
  },
  { kind: 'device', words: devices },
]
