const numerals: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}
const counted =
  /(?:至少|不少于|任意|任|其中|中的?|满足|符合|具备|达到)[^，。；]{0,8}?(?<n>[一二两三四五六七八九十]|\d{1,2})(?:项|个|条|款|类)(?:以上|及以上|或以上)?|(?<m>[一二两三四五六七八九十]|\d{1,2})(?:项|个|条)(?:（含）)?(?:以上|及以上|或以上)/u

const asCount = (count: number): 'any' | number => (count === 1 ? 'any' : count)

/** How many entries of its list a lead-in asks for; all where it says no number. */
export function modeOf(given: string): 'all' | 'any' | number | undefined {
  // 除符合第三条规定外 counts nothing.
  const lead = given
    .replace(/除(?:了|应|须|需)?[^，]*?(?:以外|之外|外)，?/gu, '')
    .replace(/第[一二三四五六七八九十百\d（）()、和及]{1,6}[条款项目点]/gu, '')
  const among =
    /中(?:的)?(?:至少|应|须|任意)*(?:具备|满足|符合)?(?:任意)?(?<k>[一二两三四五六七八九十]|\d{1,2})(?:项|个|条|类|种)/u.exec(
      lead,
    )?.groups?.['k']
  if (among !== undefined) return asCount(numerals[among] ?? Number(among))
  if (/之一|任一|任意一|其一|其中[一1]项|至少[^，：]{0,6}[一1][项个条]/u.test(lead)) return 'any'
  const { n, m } =
    counted.exec(lead.replace(/[^，：]{0,4}(?:以下|下列|如下)[一二两三四五六七八九十\d]{1,2}[项类个种条]/gu, ''))
      ?.groups ?? {}
  const count = n ?? m
  if (count !== undefined) return asCount(numerals[count] ?? Number(count))
  if (/同时|均|全部|各项|下列条件|以下条件|如下条件|以下要求|下列要求/u.test(lead)) return 'all'
  if (/(?:以下|下列|如下)[^，]{0,8}(?:类型|类别|对象|范围|单位|企业|人员|情形|主体)/u.test(lead)) return 'any'
  return undefined
}
