import { type Entry, fold } from '../../knowledge/finding/catalogue.ts'
import { parseNumeral } from '../../knowledge/language/numeral.ts'
import { replies } from '../../prompts/replies.ts'
import { type RosterRow, preparationOf } from '../roster.ts'
import type { Answer, Inquiry } from './answer.ts'
import { sentencesOf } from './excerpt.ts'
import { asksFor, lastProject, narrow, subjectOf } from './roster-question.ts'
import { deadlineOf, inChinese } from './window.ts'

/** Units of a project that are listed when only their number is asked for. */
const shownUnits = 20

const actionNames = { 'final-acceptance': '总结验收', 'mid-term-check': '中期检查' } as const
const batchNames = { 1: '首批', 2: '第二批' } as const

/** The rows of a project that a unit or district named besides it stands in: 「杨浦区的功能园」. */
export function withinProject(
  inquiry: Inquiry,
  rows: RosterRow[],
  units: { name: string; rows: RosterRow[] }[],
  projects: string[],
): Answer | undefined {
  const inside = units
    .map(({ name, rows: held }) => ({ name, rows: held.filter((row) => projects.includes(row.project)) }))
    .filter(({ rows: held }) => held.length > 0)
  return inside.length > 0 ? unitRows(inquiry, rows, inside) : undefined
}

const listName = (row: RosterRow): string =>
  `附件${row.batch === 1 ? 2 : 3}（${actionNames[row.action]}，${batchNames[row.batch]}）`

const rowLine = (row: RosterRow): string =>
  `${listName(row)}序号${row.seq}：${row.unit}，项目为“${row.project.replace(/[“”]/gu, '')}”`

export function unitRows(
  inquiry: Inquiry,
  all: RosterRow[],
  units: { name: string; rows: RosterRow[] }[],
  asked?: string,
): Answer {
  const longest = Math.max(...units.map((unit) => unit.name.length))
  const named = units.filter((unit) => unit.name.length >= Math.min(longest, 3) || units.length === 1)
  const rows = [...new Set(named.flatMap((unit) => unit.rows))]
    .sort((a, b) => a.batch - b.batch || a.seq - b.seq)
    .slice(0, 12)
  const { lines, entries } = preparation(inquiry, rows)
  const project = asked ?? lastProject(inquiry, all)
  const outside =
    project &&
    (asked !== undefined || /在里面|在其中|也在|在不在/u.test(inquiry.question.text)) &&
    !rows.some((row) => row.project === project)
  const head = inquiry.question.english
    ? [`Found in the 2024 review notice (${rows.length} row(s), original in Chinese):`]
    : []
  return {
    status: 'roster',
    text: [...(outside ? [`“${project}”的名单中没有该单位。`] : []), ...head, ...rows.map(rowLine), ...lines].join(
      '\n',
    ),
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
  const entries = preparationOf(rows, catalogue).slice(0, 1)
  const [first] = entries
  const notice = first?.notice
  if (!first || !notice) return { lines: [], entries: [] }
  const deadline = deadlineOf(catalogue, notice)
  const lines = [sentencesOf(first.clause.text)[0] ?? '']
  if (deadline) lines.push(today > deadline.day ? replies.closedReview(inChinese(deadline.day)) : '')
  return { lines: lines.filter(Boolean), entries }
}

export function projectRows(inquiry: Inquiry, rows: RosterRow[], projects: string[]): Answer {
  const chosen = rows.filter((row) => projects.includes(row.project))
  const groups = Map.groupBy(chosen, (row) => `${row.batch}#${row.project}`)
  const missing = asksFor(inquiry.question.text)
  const lines = [...groups.values()].map((group) => {
    const [first] = group as [RosterRow]
    const numbers = `序号${first.seq}至${group.at(-1)?.seq}`
    const title = `${listName(first)}“${first.project.replace(/[“”]/gu, '')}”共${group.length}个`
    if (group.length > shownUnits && !/哪些|名单|列|都有/u.test(inquiry.question.text))
      return `${title}（${numbers}）。`
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

export function byNumber(rows: RosterRow[], text: string): Answer | undefined {
  const match = /(?:子?序号?|编号|排第|第)(?:是|为)?(\d+|[一二三四五六七八九十百]+)(?:号|位|个|的|$|是)/u.exec(text)
  if (!match?.[1] || /第[一二]批/u.test(match[0])) return undefined
  const seq = parseNumeral(match[1])
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

export function countRows(inquiry: Inquiry, rows: RosterRow[], text: string): Answer | undefined {
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
export function absent({ question, question: { asked } }: Inquiry, text: string, short: boolean): Answer | undefined {
  if (!short && !/名单|第几批|哪一?批|在列|承担单位|验收|中期检查/u.test(text)) return undefined
  const name = (short ? subjectOf(asked) : asksFor(fold(asked)))
    ?.replace(/^(?:请问|我们|那么|那)/u, '')
    .replace(/(?:这次|是否|是不是|也)$/u, '')
  if (!name || !isUnitName(name) || /哪些|哪几|有谁|几家/u.test(question.text)) return undefined
  return { status: 'not-in-roster', text: replies.notInLists(name), rests: [] }
}

/** Whether a stretch of a question can be the name of a unit. */
const isUnitName = (name: string): boolean => !/项目|[首一二]批|我们|今年|谁|什么|哪|材料|问题/u.test(name)
