const own = /我们|我院|我校|本院|本校|我单位|本单位|咱们|我家/u
const mayApply = /[能可]不?[能以]?.{0,8}(?:申报|申请|参加|报)|符合|够格|够不够|有资格|有没有资格|合不合|满足/u
const wishes =
  /符不符合|是否符合条件|帮(?:我|我们|忙).{0,4}(?:看看|查查|对照|核对|评估|判断)|(?:想|要|怎么|如何|怎样|开始|做).{0,3}(?:自查|自测|自评)/u

/** Whether someone asks of their own unit if it may apply, or to be checked: 我们医院能申报吗, 帮我看看符不符合. */
export const asksForSelfCheck = (text: string): boolean => (own.test(text) && mayApply.test(text)) || wishes.test(text)

const whoAsks = '(?:我们|我院|我校|本院|本校|我单位|本单位|咱们)(?:这[家所个])?(?:医院|学校|大学|高校|单位|机构|中心)?'
const when = '(?:现在|今年|目前|还|是否|到底|究竟|(?:20)?2[25]年的?)*'
const may = '(?:能不能|能否|能|可不可以|可否|可以|够不够|有没有|有|符不符合|符合|满足)'
const what = '(?:申报|申请|报名|报|参加|资格|条件|要求|运营|促进|知识产权|医疗|高校|卫生|系统|中心|项目|这个|的|了)*'
const bareQuestion = new RegExp(
  `^(?:请问|那么?|您好|你好|这样|像)*${when}(${whoAsks})?${when}${may}${when}${what}(?:吗|么|嘛|呢)?$`,
  'u',
)

/**
 * Whether nothing else is asked than to be checked, so that the self-check may begin at once: 帮我看看符不符合, or a
 * sentence that ends in 我们医院能申报吗. 我们可以同时申报两个吗 asks something of the notices.
 */
export function wantsSelfCheck(text: string): boolean {
  const last = text
    .split(/[，,。；;！!\n]/u)
    .map((part) => part.replace(/[?？\s]/gu, ''))
    .filter((part) => part !== '')
    .at(-1)
  const [isBare, who] = bareQuestion.exec(last ?? '') ?? []
  const asksOfOwn = isBare !== undefined && (who !== undefined || own.test(text))
  return asksOfOwn || (last !== undefined && wishes.test(last) && !/怎么|如何|怎样/u.test(last))
}

const hospital = /医院|医疗|我院|本院|卫生|[一二三][甲乙丙]|[一二三]级[甲乙丙]等/u
const university = /高校|大学|学院|我校|本校|学校/u

/**
 * Which programme those who speak so mean: who they are and the year tell.
 *
 * @returns The id of a programme; nothing where neither does.
 */
export function suggestProgramme(text: string): string | undefined {
  const [isHospital, isUniversity] = [hospital.test(text), university.test(text)]
  if (/促进中心/u.test(text)) return 'medical-promotion-2025'
  if (isHospital && !isUniversity) return /2022|22年/u.test(text) ? 'medical-center-2022' : 'medical-center-2025'
  return isUniversity && !isHospital && !/2025|25年/u.test(text) ? 'university-center-2022' : undefined
}
