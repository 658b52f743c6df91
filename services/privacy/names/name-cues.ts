/** What somebody is, as forms and sentences say it before the name. */
export const roles =
  '联系人|联络人|联络员|发明人|设计人|负责人|申请人|经办人?|代办人|法人代表|法定代表人|代表人|法人|收件人|收货人|签收人|患者|户名|开户人|持卡人|本人|当事人|委托人|代理人|导师|作者|完成人|填表人|填报人|牵头人|登记人|旅客|车主|学生|患者|用户|客户|家长|业主|会员|房东|同事|候选人|申报人|申请人|报名(?:的)?人|报考人|考生|病人|收款人|付款人|领款人|汇款人|监护人|投保人|被保险人|主讲人|签字人|邻居|孩子|师傅|朋友|老公|老婆|爱人|儿子|女儿'
/** Begins with what somebody is rather than with a name: 房东…. */
export const startsWithRole = new RegExp(`^(?:${roles})`, 'u')

/** Ends with what somebody is, as an entry of a form does before the name. */
export const endsWithRole = new RegExp(`(?:${roles})[是为叫写:]? ?$`, 'u')
/** What belongs to a person right behind the name: 申报人成明，电话…. */
export const thenContact =
  /^[^\p{Script=Han}\0]{0,2}(?:电话|手机|联系方式|微信|身份证|证件|邮箱|准考证|学号)?(?:号码?)?[^\p{Script=Han}\0]{0,2}\0/u

/** What leads to a name, and how surely. */
export const sure =
  /(?:[我俺咱他她名]叫|叫做|名字(?:是|叫|:| )?|姓 ?名 ?(?:[是为叫:]| ) {0,3}|(?:同事|朋友|爱人|老公|老婆|儿子|女儿|同学|院长|所长|主任|领导|老板|学生|老师)叫)[ :]{0,2}/gu
export const likely = new RegExp(
  `(?:(?:${roles}|收件|寄件)(?:的?(?:姓名|名字))?[是为叫写:]? {0,2}|转告|告诉|通知|转交给?|交给|联系|(?:替|代|陪|帮|接)我的|委托|(?<!查)找|我是)(?::| )?`,
  'gu',
)
/** A title before the name: 院长戴鹤年. */
export const titled =
  /(?:院长|所长|主任|校长|处长|科长|局长|会长|部长|老师(?!傅)|教授|医生|书记|经理)(?=\p{Script=Han}{2,4})/gu
/** 由某人变更为某人. */
export const changing =
  /由(?=\p{Script=Han}{2,4}(?:变更|调整|改|换)[为成])|(?<=由\p{Script=Han}{2,4})(?:变更|调整|改|换)[为成]/gu
/** Two who are said to be two people: 某人和某人两个人. */
export const pair =
  /(?<one>\p{Script=Han}{2,4})(?<and>[和与跟、])(?<other>\p{Script=Han}{2,4}?)(?=(?:两个?|俩|二)人|两位|俩(?!人))/gu
export const introducing =
  /(?:这是|这里是|我叫|俺是|本人|鄙人|在下)(?::| )?(?=\p{Script=Han}{2,4}(?:$|[^\p{Script=Han}]))/gu
/** 请帮某人查一下. */
export const doneFor = /(?:请帮|麻烦帮|帮忙给?|请给)(?=\p{Script=Han}{3}(?:查|看|办|问|报|填|改|核|转|交|登记|确认))/gu
/** 我是某单位的某人; 联系人：某处 某人: an office stands between. */
export const behindOffice = new RegExp(
  `(?:我们?|本人|这里)是[^,，。；;我]{2,14}的|(?:${roles})[:是为]? {0,2}[^,，。；;\\n:]{2,20}?(?:处|科|部|办|室|院|局|中心|司|所|组|公司|学) {1,2}`,
  'gu',
)
export const called =
  /(?:叫我|我姓|免贵姓|鄙姓|我是)[小老阿]?(?<name>\p{Script=Han}{1,2})(?=$|[^\p{Script=Han}]|就|吧|的?哦)/gu
export const titles =
  /(?:先生|女士|小姐|老师|医生|医师|大夫|护士|主任|教授|院长|处长|科长|局长|区长|校长|所长|部长|组长|书记|经理|总监|博士|硕士|院士|律师|会计|秘书|同学|师傅|主管|科员|阿姨|工程师|总(?![\p{Script=Han}])|工(?![\p{Script=Han}])|这个?(?:专家|老师|同志|同学|学生|评委|病人|孩子|人(?!才)))/gu
export const belongings =
  /的?(?:身份证|证件号|电话|手机|邮箱|微信|名下|护照|住址|银行卡|卡号|contact|社保|病历|房产证|不动产证|户口|驾照|存折|档案|签名|收(?=$|[^\p{Script=Han}])|家(?=[在住]))/gu

/** Where something begins beside a number or an address of a person, and what follows it is of that person: 李四，手机号…. */
export const beginning = /(?:^|[,;:。，；：、/|()\s\0])(?:是|和|与|及|就是|这是|核实|那个)?(?=\p{Script=Han}{2})/gu
/** What leads to a name where a number or an address of a person is near. */
export const given =
  /(?:打给|发给|转给|转到|转[账帐][到给至]|寄给|[打交]给|给|帮|问[了过]?一?下?|叫|加|cc ?一?下?|抄送|搜|就是|是|那个|户名|reach|contact|找|约) ?/giu
