import { fold, type Entry } from '../../knowledge/finding/catalogue.ts'
import { parseChineseNumber } from '../../knowledge/parsing/markers.ts'
import { replies } from '../../prompts/replies.ts'
import { findUnit, preparationOf, type RosterRow, rosterRows, unitsIn } from '../roster.ts'
import type { Answer, Inquiry, Step } from './answer.ts'
import { sentencesOf } from './excerpt.ts'
import { deadlineOf, inChinese } from './window.ts'

const listWords =
  /名单|哪一?批|项目里|几个项目|谁在?承担|第几批|几批|首批|头一批|第[一二]批|[哪什么啥]+个?项目|哪些项目|项目的|验收|中期检查|检查|要?交什么|要?交哪些|要准备什么|序号|子序|承担单位|支持单位|附件[23]|入选|在列|在不在|在里面|在其中|里有|list\b|第几个|排第/u
/** Words that mean the lists, and not what a notice asks of those who apply. */
const rosterContext = /名单|首批|头一批|第[一二]批|第几批|验收|中期检查|附件[23]|子序/u
const wantsUnits =
  /哪.{0,3}(?:家|所|区|个(?:单位|企业|医院|高校|学校|园区?|协会|区))|谁在?承担|由谁承担|几个|几家|多少[个家]|是哪|哪些|名单|承担单位|支持单位|报个|列|都有谁|分别|有谁|里有/u
const counts = /(?:一共|总共|共)?(?:有|列了|涉及)?(?:几|多少)(?:个|家|所)/u
/** Units of a project that are listed when only their number is asked for. */
const shownUnits = 20
const actionNames = { 'final-acceptance': '总结验收', 'mid-term-check': '中期检查' } as const
const batchNames = { 1: '首批', 2: '第二批' } as const

/** Answers from the two lists of a review: a unit's rows, a project's units, a row by its number, how many there are. */
export const answerRoster: Step = (inquiry) => {
  const rows = rosterRows(inquiry.catalogue)
  if (rows.length === 0) return undefined
  const { text, asked } = inquiry.question
  const last = lastRows(inquiry, rows)
  const short = last.length > 0 && /(?:呢|在里面吗|在不在|也在吗|在吗|在其中吗)[？?。！]*$/u.test(asked) && text.length <= 14
  const wanted = short || listWords.test(text) || listWords.test(asked.toLowerCase())
  const narrowed = narrow(rows, text)
  const projects = projectsIn(narrowed, text)
  const lone = short ? findUnit(rows, subjectOf(asked)) : []
  const units = lone.length > 0 ? [{ name: subjectOf(asked), rows: rows.filter(({ entry }) => lone.some((row) => row.entry === entry)) }] : unitsIn(rows, unitText(text, projects))
  const inProject = units.filter(
    (unit) => projects.length === 0 || unit.rows.some((row) => projects.includes(row.project)),
  )
  return (
    (last.length > 0 && units.length === 0 && projects.length === 0 && /序号|第几|哪个项目|什么项目|[哪几]一?批|还是|哪个名单/u.test(text) ? unitRows(inquiry, rows, [{ name: last[0]?.unit ?? '', rows: last }]) : undefined) ??
    (wanted ? byNumber(rows, text) : undefined) ??
    ((wanted || isMembership(inquiry)) && inProject.length > 0 ? unitRows(inquiry, rows, units) : undefined) ??
    (projects.length > 0 && asksUnits(inquiry, projects) ? (withinProject(inquiry, rows, units, projects) ?? projectRows(inquiry, narrowed, projects)) : undefined) ??
    (rosterContext.test(text) && counts.test(text) ? countRows(inquiry, narrowed, text) : undefined) ??
    (wanted ? absent(inquiry, text, short) : undefined)
  )
}

/** What 「那浦东呢？」 asks about. */
const subjectOf = (asked: string): string => fold(asked).replace(/^(?:那么?|还有)/u, '').replace(/(?:呢|在里面|在不在|也在|在吗|在其中).*$/u, '')

/** 「复旦肿瘤是医疗运营中心吗」: whether a unit is of a programme, and nothing else. */
const isMembership = ({ question }: Inquiry): boolean =>
  question.wishes.has('confirmation') && question.programmes.size > 0 && question.aspects.size === 0 && /是.{0,16}(?:吗|么|不)[？?]?$/u.test(question.text)

/** The rows that the last answer rested on, if it was from the lists. */
const lastRows = ({ memory }: Inquiry, rows: RosterRow[]): RosterRow[] =>
  rows.filter(({ entry }) => (memory.rests ?? []).some((rest) => rest.notice === entry.notice.id && rest.clause === entry.clause.id))

/** The project that all rows of the last answer are of. */
function lastProject(inquiry: Inquiry, rows: RosterRow[]): string | undefined {
  const projects = new Set(lastRows(inquiry, rows).map((row) => row.project))
  return projects.size === 1 ? [...projects][0] : undefined
}

/** Whether the units of a project are asked for, rather than something of the programme of that name. */
function asksUnits({ question, catalogue }: Inquiry, projects: string[]): boolean {
  if (!wantsUnits.test(question.text)) return false
  const inLists = rosterContext.test(question.text)
  if (inLists && asksFor(question.text)) return true
  if (!inLists && (question.years.some((year) => !projects.some((project) => project.includes(String(year)))) || catalogue.notices.some(({ id, programmes }) => programmes.length > 0 && question.notices.has(id)))) return false
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
  return rest.reduce((sum, unit) => sum + unit.weight, 0) < 20
}

/** The rows of a project that a unit or district named besides it stands in: 「杨浦区的功能园」. */
function withinProject(inquiry: Inquiry, rows: RosterRow[], units: { name: string; rows: RosterRow[] }[], projects: string[]): Answer | undefined {
  const inside = units.map(({ name, rows: held }) => ({ name, rows: held.filter((row) => projects.includes(row.project)) })).filter(({ rows: held }) => held.length > 0)
  return inside.length > 0 ? unitRows(inquiry, rows, inside) : undefined
}

/** The text without project names, whose words would pass for units. */
const unitText = (text: string, projects: string[]): string =>
  projects.reduce((rest, project) => rest.split(fold(project)).join('·'), fold(text))

/** Keeps the list that the question names: 附件2, 首批, 总结验收 or 附件3, 第二批, 中期检查. */
function narrow(rows: RosterRow[], text: string): RosterRow[] {
  const first = /附件2|首批|第一批|头一批|(?:总结)?验收/u.test(text)
  const second = /附件3|第二批|中期检查/u.test(text)
  return first === second ? rows : rows.filter((row) => row.batch === (first ? 1 : 2))
}

/** Words of field and kind that together name a project in short: 医疗 … 运营中心. */
const fieldWords = ['医疗', '高校', '运营中心', '促进中心', '先导产业', '产业', '标准', '培育中心', '升级培育', '中小企业', '专利超市', '功能园', '服务基地', '联合体']

/** The projects named in a text: those whose name, without town and year, it holds nearly whole. */
function projectsIn(rows: RosterRow[], text: string): string[] {
  const asked = fold(text)
  const scored = [...new Set(rows.map((row) => row.project))].map((project) => {
    const core = fold(project)
      .replace(/^(?:\d{4}年度)?(?:上海市)?/u, '')
      .replace(/项目$/u, '')
      .replace(/[“”]/gu, '')
    const bare = core.replace(/知识产权|上海市|^运营/gu, '').replace(/^运营/u, '')
    const year = /\d{4}/u.exec(project)?.[0]
    const pairs = [...core].slice(1).map((c, at) => `${core[at]}${c}`)
    const held = pairs.filter((pair) => asked.includes(pair)).length / Math.max(1, pairs.length)
    const generic = [...bare].slice(1).map((c, at) => `${bare[at]}${c}`)
    const own = generic.filter((pair) => asked.includes(pair)).length / Math.max(1, generic.length)
    const words = fieldWords.filter((word) => asked.includes(word) && core.includes(word))
    const namedAlone = /有哪些(?:单位|企业|医院|学校)|都?有谁|名单/u.test(asked) && words.some((word) => word.length >= 3 && !/^(?:运营|促进)中心$/u.test(word))
    const byWords = (rosterContext.test(asked) && words.length >= 2) || namedAlone ? 0.9 : 0
    const otherYear = year !== undefined && /20\d\d/u.test(asked) && !asked.includes(year)
    return { project, fit: otherYear ? 0 : Math.max(held, own, byWords), size: core.length }
  })
  const best = Math.max(0, ...scored.map(({ fit }) => fit))
  if (best < 0.72) return []
  const fitting = scored.filter(({ fit }) => fit >= best - 0.001)
  const longest = Math.max(...fitting.map(({ size }) => size))
  return fitting.filter(({ size }) => size >= longest - 2).map(({ project }) => project)
}

const listName = (row: RosterRow): string =>
  `附件${row.batch === 1 ? 2 : 3}（${actionNames[row.action]}，${batchNames[row.batch]}）`
const rowLine = (row: RosterRow): string =>
  `${listName(row)}序号${row.seq}：${row.unit}，项目为“${row.project.replace(/[“”]/gu, '')}”`

function unitRows(inquiry: Inquiry, all: RosterRow[], units: { name: string; rows: RosterRow[] }[]): Answer {
  const longest = Math.max(...units.map((unit) => unit.name.length))
  const named = units.filter((unit) => unit.name.length >= Math.min(longest, 3) || units.length === 1)
  const rows = [...new Set(named.flatMap((unit) => unit.rows))]
    .sort((a, b) => a.batch - b.batch || a.seq - b.seq)
    .slice(0, 12)
  const { lines, entries } = preparation(inquiry, rows)
  const project = lastProject(inquiry, all)
  const outside = project && /在里面|在其中|也在|在不在/u.test(inquiry.question.text) && !rows.some((row) => row.project === project)
  const head = inquiry.question.english
    ? [`Found in the 2024 review notice (${rows.length} row(s), original in Chinese):`]
    : []
  return {
    status: 'roster',
    text: [...(outside ? [`“${project}”的名单中没有该单位。`] : []), ...head, ...rows.map(rowLine), ...lines].join('\n'),
    rests: [...rows.map((row) => row.entry), ...entries],
    scope: { notice: rows[0]?.entry.notice.id ?? all[0]?.entry.notice.id ?? '' },
    list: rows.map((row) => row.entry),
  }
}

/** What is handed in and by when, in a line or two, where the question asks for it. */
function preparation(
  { question, catalogue, today }: Inquiry,
  rows: RosterRow[],
): { lines: string[]; entries: Entry[] } {
  if (!/交|材料|准备|提交|怎么办|做什么|要做|干什么|需要|什么时候|hand in|submit/u.test(question.text))
    return { lines: [], entries: [] }
  const entries = preparationOf(rows, catalogue)
  const [first] = entries
  const notice = first?.notice
  if (!first || !notice) return { lines: [], entries: [] }
  const deadline = deadlineOf(catalogue, notice)
  const lines = [sentencesOf(first.clause.text)[0] ?? '']
  if (deadline) lines.push(today > deadline.day ? replies.closedReview(inChinese(deadline.day)) : '')
  return { lines: lines.filter(Boolean), entries }
}

function projectRows(inquiry: Inquiry, rows: RosterRow[], projects: string[]): Answer {
  const chosen = rows.filter((row) => projects.includes(row.project))
  const groups = Map.groupBy(chosen, (row) => `${row.batch}#${row.project}`)
  const missing = asksFor(inquiry.question.text)
  const lines = [...groups.values()].map((group) => {
    const [first] = group as [RosterRow]
    const numbers = `序号${first.seq}至${group.at(-1)?.seq}`
    const title = `${listName(first)}“${first.project.replace(/[“”]/gu, '')}”共${group.length}个`
    if (group.length > shownUnits && !/哪些|名单|列|都有/u.test(inquiry.question.text)) return `${title}（${numbers}）。`
    return `${title}：${group.map((row) => row.unit).join('、')}（${numbers}）。`
  })
  const absentName = missing && !chosen.some((row) => fold(row.unit).includes(missing)) ? [`其中没有${missing}。`] : []
  return {
    status: 'roster',
    text: [...absentName, ...lines].join('\n'),
    rests: chosen.map((row) => row.entry),
    scope: { notice: chosen[0]?.entry.notice.id ?? '' },
    list: chosen.map((row) => row.entry),
  }
}

/** The name that a question of the form 「名单里有…吗」 asks for. */
function asksFor(text: string): string | undefined {
  return (
    /(?:名单|清单|里|中)(?:里面|里|中|上)?有没有([\p{Script=Han}a-z]{2,16}?)[？?]?$/u.exec(text)?.[1] ??
    /(?:(?:名单|清单|检查|验收|里|中)(?:里面|里|中|上)?(?:有|包括|含))([\p{Script=Han}a-z]{2,16}?)(?:吗|么|没有|嘛|没|不)[？?]?$/u.exec(text)?.[1] ??
    /([\p{Script=Han}]{2,12}?)(?:是不是(?:在|总结|中期|首批|第二批)|在不在|有没有(?:在|进|列)|在(?:这|那)?(?:个|份|次)?.{0,16}(?:名单|清单)|(?:是不是)?(?:要|需要|得|应该|用)(?:不用)?(?:参加|接受|做).{0,6}(?:验收|检查)|是不是在|在列|入选)/u.exec(text)?.[1]
  )
}

function byNumber(rows: RosterRow[], text: string): Answer | undefined {
  const match = /(?:子?序号?|编号|排第|第)(?:是|为)?(\d+|[一二三四五六七八九十百]+)(?:号|位|个|的|$|是)/u.exec(text)
  if (!match?.[1] || /第[一二]批/u.test(match[0])) return undefined
  const seq = /^\d/u.test(match[1]) ? Number(match[1]) : parseChineseNumber(match[1])
  const found = narrow(rows, text).filter((row) => row.seq === seq)
  if (found.length === 0 || !/序|名单|排|单位/u.test(text)) return undefined
  return {
    status: 'roster',
    text: found.map(rowLine).join('\n'),
    rests: found.map((row) => row.entry),
    scope: { notice: found[0]?.entry.notice.id ?? '' },
    list: found.map((row) => row.entry),
  }
}

function countRows(inquiry: Inquiry, rows: RosterRow[], text: string): Answer | undefined {
  if (!/单位|家|区|名单|企业|医院|高校/u.test(text) || inquiry.question.aspects.has('materials')) return undefined
  const lists = [...Map.groupBy(rows, (row) => row.batch).values()]
  const lines = lists.map(
    (list) => `${listName(list[0] as RosterRow)}共列${list.length}个承担单位（序号1至${list.at(-1)?.seq}）。`,
  )
  return {
    status: 'roster',
    text: lines.join('\n'),
    rests: lists.flatMap((list) => [list[0] as RosterRow, list.at(-1) as RosterRow].map((row) => row.entry)),
    scope: { notice: rows[0]?.entry.notice.id ?? '' },
  }
}

/** A unit that is asked for and stands in neither list. */
function absent({ question, question: { asked } }: Inquiry, text: string, short: boolean): Answer | undefined {
  if (!short && !/名单|第几批|哪一?批|在列|承担单位|验收|中期检查/u.test(text)) return undefined
  const name = (short ? subjectOf(asked) : asksFor(fold(asked)))
    ?.replace(/^(?:请问|我们|那么|那)/u, '')
    .replace(/(?:这次|是否|是不是|也)$/u, '')
  if (!name || /哪些|哪几|有谁|几家/u.test(question.text)) return undefined
  return { status: 'not-in-roster', text: replies.notInLists(name), rests: [] }
}
