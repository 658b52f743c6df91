import latinSurnames from '../../knowledge/lexicon/surnames-latin.json' with { type: 'json' }

const roles =
  '联系人|联络人|联络员|发明人|设计人|负责人|申请人|经办人|代办人|法人代表|法定代表人|代表人|法人|收件人|收货人|签收人|患者|户名|开户人|持卡人|本人|当事人|委托人|代理人|导师|作者|完成人|填表人|填报人|牵头人|登记人|旅客|车主|学生|患者|用户|客户|家长|业主|会员|房东|同事|候选人'
/** What leads to a name, and how surely. */
export const sure =
  /(?:我叫|名叫|叫做|名字(?:是|叫|:| )?|姓 ?名 ?(?:[是为叫:]| ) {0,3}|(?:同事|朋友|爱人|老公|老婆|儿子|女儿|同学|院长|所长|主任|领导|老板|学生|老师)叫)[ :]{0,2}/gu
export const likely = new RegExp(
  `(?:(?:${roles}|收件|寄件)(?:的?(?:姓名|名字))?[是为叫:]? {0,2}|转告|告诉|通知|转交给?|交给|联系|(?<!查)找|我是)(?::| )?`,
  'gu',
)
export const introducing = /(?:这是|这里是|我叫|本人)(?::| )?(?=\p{Script=Han}{2,4}(?:$|[^\p{Script=Han}]))/gu
/** 我是某单位的某人; 联系人：某处 某人: an office stands between. */
export const behindOffice = new RegExp(
  `(?:我们?|本人|这里)是[^,，。；;我]{2,14}的|(?:${roles})[:是为]? {0,2}[^,，。；;\\n:]{2,20}?(?:处|科|部|办|室|院|局|中心|司|所|组|公司|学) {1,2}`,
  'gu',
)
export const called =
  /(?:叫我|我姓|免贵姓|鄙姓|我是)[小老阿]?(?<name>\p{Script=Han}{1,2})(?=$|[^\p{Script=Han}]|就|吧|的?哦)/gu
export const titles =
  /(?:先生|女士|小姐|老师|医生|医师|大夫|护士|主任|教授|院长|处长|科长|局长|区长|校长|所长|部长|组长|书记|经理|总监|博士|硕士|院士|律师|会计|秘书|同学|师傅|主管|科员|阿姨|工程师|总(?![\p{Script=Han}])|工(?![\p{Script=Han}]))/gu
export const belongings =
  /的?(?:身份证|证件号|电话|手机|邮箱|微信|名下|护照|住址|银行卡|卡号|contact|社保|病历|签名|收(?=$|[^\p{Script=Han}]))/gu

/** Where something begins beside a number or an address of a person, and what follows it is of that person: 李四，手机号…. */
export const beginning = /(?:^|[,;:。，；：、/|()\s\0])(?:是|和|与|及|就是|这是|核实|那个)?(?=\p{Script=Han}{2})/gu
/** What leads to a name where a number or an address of a person is near. */
export const given =
  /(?:打给|发给|转给|转到|转[账帐][到给至]|寄给|[打交]给|给|帮|问[了过]?一?下?|叫|加|cc ?一?下?|抄送|搜|就是|是|那个|户名|reach|contact|找|约) ?/giu

const latin = String.raw`[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}`
const surnameInLatin = `(?:${latinSurnames.join('|')})`
export const latinNames = [
  new RegExp(`(?<=\\b[Mm]y name(?: is|'s) |\\b(?:Mr|Ms|Mrs|Miss|Dr|Prof|Professor)\\.? )${latin}`, 'gu'),
  new RegExp(
    `(?<=\\b(?:I am|I'm|[Tt]his is|[Cc]ontact|[Aa]sk|[Cc]all me|[Tt]ell) )(?:${surnameInLatin}(?: [A-Z][a-z]+){1,2}|[A-Z][a-z]+ ${surnameInLatin})\\b`,
    'gu',
  ),
]
