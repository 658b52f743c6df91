import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import { aspectNames } from '../../../knowledge/finding/aspects.ts'
import type { ValueKind } from '../../../knowledge/finding/values.ts'

/** Turns of phrase that say what a question asks for, whatever it is about. What each is worth is learned. */
const patterns = {
  howMuchMoney:
    /多少钱|多少元|给多少|几多钱|(?<!哪)几块|多少块|几个钱|掏多少|交多少|罚多少|收多少|拿多少|补多少|多少补贴|多少奖|几万|多少万|价格|价(?!值|格)|花多少|多钱|how much/u,
  money: /钱|费|元|补贴|资助|奖励|补助|经费|租金|工资|资金/u,
  fine: /罚|扣|处分|违规|违反|后果|下场|会怎样|咋处理|怎么处理|追责/u,
  people: /几个人|多少人|几名|多少名|几位|人数|名额|几人/u,
  bodies: /几家|多少家|几个单位|几所/u,
  count: /多少(?!钱|元|人|家|名|天|块)|几(?!个人|名|天|年|点|月|时)/u,
  howLong: /多久|几天|几年|多长时间|几个月|多少天|几个工作日|多少个?工作日|期限|几周|多少年|多少个?月|时限/u,
  when: /什么时候|啥时候|几时|哪天|何时|几号|哪一天|几月|日期|时间|when|哪年/u,
  deadline: /截止|截至|最晚|最迟|到哪天|到几号|为止|之前|前|逾期|过期|还来得及|赶得上|还能|卡到|关门|几点/u,
  from: /从哪天|从几号|起|开始|启动|生效|施行/u,
  who: /谁|哪位|哪个人|找谁|联系人|姓/u,
  office: /哪个部门|哪个单位|哪家单位|归谁|归哪|哪个科|哪个处|负责|牵头|哪个局|哪儿管|谁管|主管/u,
  phone: /电话|打哪|号码|手机|联系方式|怎么联系|咨询|打给|热线|phone|tel/u,
  mail: /邮箱|email|mail|电子版发/u,
  online: /网址|网站|哪个网|系统|平台|小程序|在线|线上|网上|登录/u,
  where: /哪里|哪儿|在哪|地址|地点|什么地方|去哪|到哪(?!天)|寄到|送到|交到|哪个窗口|where/u,
  how: /怎么|如何|咋|怎样|流程|步骤|手续|how/u,
  can: /能不能|可不可以|可以吗|行不行|能否|能.{0,12}吗|可以.{0,10}吗|行吗|中不|准不准|让不让|能不|允许|是否可以|得行|可否/u,
  need: /要不要|需不需要|需要.{0,10}吗|必须|用不用|非得|一定要|须|得不得|是不是要|是否需要|要.{0,10}吗/u,
  whether: /是不是|是否|有没有|算不算|算|吗|么|没/u,
  conditions: /条件|要求|资格|门槛|够格|够不够|符合|标准|什么样的|哪些人|谁能/u,
  materials: /材料|哪些东西|带什么|交什么|准备什么|资料|证件|证明|文件|表|清单/u,
  copies: /份/u,
  share: /比例|百分之|几成|占|%|percent|率/u,
  cap: /最多|不超过|上限|封顶|最高|限额|顶格/u,
  floor: /最少|至少|最低|不少于|起码|下限/u,
  list: /哪些|哪几|列|有什么|都有|包括|哪类|几类|几种/u,
  what: /什么|啥|哪个|哪一/u,
  why: /为什么|为何|目的|为啥|干嘛/u,
  meaning: /什么意思|是指|啥意思|怎么理解|算什么|定义|啥叫|什么叫|是什么/u,
  term: /有效期|管到|多久失效|废止|建设期|期/u,
  score: /分(?!期|别|类|几|为|哪|批)|评分|打分|及格|得分/u,
  priority: /优先|加分|优惠|先/u,
  exempt: /免|减|不用|不交|白/u,
  refund: /退/u,
  payment: /拨付|到账|分几|一次|打到|打款|发放|什么时候给|几笔/u,
  appeal: /不服|异议|投诉|举报|申诉|有意见|复核/u,
  documentNumber: /文号|发文|字号|几号文/u,
  published: /公示|公布|结果|出来|名单/u,
  review: /评审|验收|检查|评估|审核|抽查|打分|答辩|考核/u,
  age: /年龄|几岁|多大|岁|年纪/u,
  limit: /限制|不能|不得|不准|禁止|不让|哪些不/u,
  again: /再|重复|同时|叠加|两次|第二次|又/u,
  late: /没赶|错过|没按时|没去|迟|超时|逾期|过了|忘/u,
  size: /多大|面积|平方|多高|多重|多远|多宽|字数|页/u,
  fake: /假|造假|虚|骗|冒/u,
  use: /用于|能买|开支|列支|支出|用来|花在|报销|买/u,
  whoMay: /谁可以|哪些单位|哪些人|对象|适用|管不管|属于/u,
  sum: /怎么算|计算|一共|总共|合计|公式/u,
  outcome:
    /评上|选上|中选|入选|获批|拿到了?|拿的|得了|过了没|来报|报了|去年|上一?[届批年]|前几[届批年]|往年|已经有|结果如何|谁家|花落/u,
  reason: /为何|为啥|怎么才|凭什么|凭啥|原因|理由|怎么会|因为什么/u,
  account: /登录|登[录陆]?|账号|帐号|密码|绑定|注册|接入|填报|怎么用|操作|安装|下载|打不开/u,
  whereabouts: /几楼|哪一?间|哪条路|几号楼|附近|楼上|几路|公交|停车|怎么走|多远|哪个门/u,
  personal: /姓什么|贵姓|多大岁数|住哪|微信|性别|男的|女的|私人|家里|周末|周六|周日|上班|下班/u,
  rank: /职称|级别|什么级|学历|学位|副高|正高|主任|处级|资历/u,
  tax: /税|发票|开票/u,
  remarks: /意见|评语|建议|扣在|细则|打分表|怎么评|标准是什么|理由/u,
  often: /一回|一次|频率|几年一|多久一|每隔|每年几|多长时间一/u,
  joint: /两家|联合|一起报|合作|拼|搭伙|牵头|合伙|共同/u,
  changed: /变化|改了|变更|更换|换人|调整|换成|修改|换/u,
  own: /自己|自筹|自掏|配套|掏腰包|承担|自费/u,
  insurance: /保险|投保|社保|公积金|医保/u,
  model: /模板|范本|样本|格式|样式|示例|例子/u,
} satisfies Record<string, RegExp>

type Pattern = keyof typeof patterns
const patternNames = Object.keys(patterns) as Pattern[]
const valueKinds = {
  count: 1,
  percent: 1,
  money: 1,
  date: 1,
  year: 1,
  clock: 1,
  duration: 1,
  phone: 1,
  email: 1,
  url: 1,
  address: 1,
  person: 1,
  number: 1,
  text: 1,
} satisfies Record<ValueKind, 1>

/** What a question asks for: by its wording, by the kind of value that it waits for, by its aspects; `any` is every one's. */
export type CueName = 'any' | Pattern | `value:${ValueKind}` | `aspect:${Aspect}`

export const cueNames: readonly CueName[] = [
  'any',
  ...patternNames,
  ...(Object.keys(valueKinds) as ValueKind[]).map((kind) => `value:${kind}` as const),
  ...aspectNames.map((aspect) => `aspect:${aspect}` as const),
]

/** Whether a question says what it asks for: one that does not may go on from the last one. */
export const asksAnything = (cues: readonly CueName[]): boolean =>
  cues.some((cue) => cue !== 'any' && cue !== 'value:text')

/** The cues of a folded question. */
export const cuesOf = (text: string, value: ValueKind, aspects: Iterable<Aspect>): CueName[] => [
  'any',
  ...patternNames.filter((name) => patterns[name].test(text)),
  `value:${value}`,
  ...[...aspects].map((aspect) => `aspect:${aspect}` as const),
]
