import { fold } from '../../knowledge/finding/catalogue.ts'
import type { RosterRow } from '../roster.ts'
import type { Inquiry } from './answer.ts'
import { totalWeight } from './question.ts'

export const listWords =
  /名单|哪一?批|项目里|几个项目|谁在?承担|第几批|几批|首批|头一批|第[一二]批|[哪什么啥]+个?项目|哪些项目|项目的|验收|中期检查|检查|要?交什么|要?交哪些|承担的项目|参与的项目|要准备什么|序号|子序|承担单位|支持单位|附件[23]|入选|在列|在不在|在里面|在其中|里有|list\b|第几个|排第/u

/** Words that mean the lists, and not what a notice asks of those who apply. */
export const rosterContext = /名单|首批|头一批|第[一二]批|第几批|验收|中期检查|附件[23]|子序/u

const wantsUnits =
  /哪.{0,3}(?:家|所|区|个(?:$|[？?]|单位|企业|医院|高校|学校|园区?|协会|区))|谁在?承担|由谁承担|几个|几家|多少[个家]|是哪|哪些|名单|承担单位|支持单位|报个|列|都有谁|分别|有谁|里有/u

export const counts = /(?:一共|总共|共)?(?:有|列了|涉及)?(?:几|多少)(?:个|家|所)/u

/** What 「那浦东呢？」 asks about. */
export const subjectOf = (asked: string): string =>
  fold(asked)
    .replace(/^(?:那么?|还有)/u, '')
    .replace(/(?:呢|在里面|在不在|也在|在吗|在其中).*$/u, '')

/** 「复旦肿瘤是医疗运营中心吗」: whether a unit is of a programme, and nothing else. */
export const isMembership = ({ question }: Inquiry): boolean =>
  question.wishes.has('confirmation') &&
  question.programmes.size > 0 &&
  question.aspects.size === 0 &&
  /是.{0,16}(?:吗|么|不)[？?]?$/u.test(question.text)

/** The rows that the last answer rested on, if it was from the lists. */
export const lastRows = ({ memory }: Inquiry, rows: RosterRow[]): RosterRow[] =>
  rows.filter(({ entry }) =>
    (memory.rests ?? []).some((rest) => rest.notice === entry.notice.id && rest.clause === entry.clause.id),
  )

/** The project that all rows of the last answer are of. */
export function lastProject(inquiry: Inquiry, rows: RosterRow[]): string | undefined {
  const projects = new Set(lastRows(inquiry, rows).map((row) => row.project))
  return projects.size === 1 ? [...projects][0] : undefined
}

/** Whether the units of a project are asked for, rather than something of the programme of that name. */
export function asksUnits({ question, catalogue }: Inquiry, projects: string[]): boolean {
  if (!wantsUnits.test(question.text)) return false
  const inLists = rosterContext.test(question.text)
  if (inLists && asksFor(question.text)) return true
  if (
    !inLists &&
    (question.years.some((year) => !projects.some((project) => project.includes(String(year)))) ||
      (!projects.some((project) => question.spokenYears.some((year) => project.includes(String(year)))) &&
        catalogue.notices.some(({ id, programmes }) => programmes.length > 0 && question.notices.has(id))))
  )
    return false
  const programmes = catalogue.notices.flatMap((notice) => notice.programmes.map(({ title }) => fold(title)))
  if (
    !inLists &&
    projects.some((project) => programmes.some((title) => title.endsWith(fold(project).replace(/^上海市/u, ''))))
  )
    return false
  if (!inLists && (question.aspects.size > 1 || (question.aspects.size === 1 && !question.aspects.has('places'))))
    return false
  const own = fold(projects.join(''))
  const rest = question.units.filter((unit) => !unit.aspect && !unit.words.some((word) => own.includes(word)))
  return totalWeight(rest) < 20
}

/** The text without project names, whose words would pass for units. */
export const unitText = (text: string, projects: string[]): string =>
  projects.reduce((rest, project) => rest.split(fold(project)).join('·'), fold(text))

/** Keeps the list that the question names: 附件2, 首批, 总结验收 or 附件3, 第二批, 中期检查. */
export function narrow(rows: RosterRow[], text: string): RosterRow[] {
  const first = /附件2|首批|第一批|头一批|(?:总结)?验收/u.test(text)
  const second = /附件3|第二批|中期检查/u.test(text)
  return first === second ? rows : rows.filter((row) => row.batch === (first ? 1 : 2))
}

/** The name that a question of the form 「名单里有…吗」 asks for. */
export function asksFor(text: string): string | undefined {
  return (
    /(?:名单|清单|里|中)(?:里面|里|中|上)?有没有([\p{Script=Han}a-z]{2,16}?)[？?]?$/u.exec(text)?.[1] ??
    /(?:(?:名单|清单|检查|验收|里|中)(?:里面|里|中|上)?(?:有|包括|含))([\p{Script=Han}a-z]{2,16}?)(?:吗|么|没有|嘛|没|不)[？?]?$/u.exec(
      text,
    )?.[1] ??
    /([\p{Script=Han}]{2,12}?)(?:是不是(?:在|总结|中期|首批|第二批)|在不在|有没有(?:在|进|列)|在(?:这|那)?(?:个|份|次)?.{0,16}(?:名单|清单)|(?:是不是)?(?:这次|本次)?(?:要|需要|得|应该|用)(?:不用)?(?:参加|接受|做)?.{0,6}(?:验收|检查)|是不是在|在列|入选)/u.exec(
      text,
    )?.[1]
  )
}
