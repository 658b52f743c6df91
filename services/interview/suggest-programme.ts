/** Whether someone asks of their own unit if it may apply, or to be checked: 我们医院能申报吗, 帮我看看符不符合. */
export function asksForSelfCheck(text: string): boolean {
  const own = /我们|我院|我校|本院|本校|我单位|本单位|咱们|我家/u.test(text)
  const mayApply = /[能可]不?[能以]?.{0,8}(?:申报|申请|参加|报)|符合|够格|够不够|有资格|有没有资格|合不合|满足/u.test(
    text,
  )
  return (
    (own && mayApply) ||
    /符不符合|是否符合条件|帮(?:我|我们|忙).{0,4}(?:看看|查查|对照|核对|评估|判断)|(?:想|要|怎么|如何|怎样|开始|做).{0,3}(?:自查|自测|自评)/u.test(
      text,
    )
  )
}

const hospital = /医院|医疗|我院|本院|卫生/u
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
