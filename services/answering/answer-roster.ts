import { findUnit, rosterRows, unitsIn } from '../roster.ts'
import type { Step } from './answer.ts'
import { absent, byNumber, countRows, projectRows, unitRows, withinProject } from './roster-answers.ts'
import {
  asksUnits,
  counts,
  isMembership,
  lastRows,
  listWords,
  narrow,
  rosterContext,
  subjectOf,
  unitText,
} from './roster-question.ts'
import { projectsIn } from './roster-projects.ts'

/** Answers from the two lists of a review: a unit's rows, a project's units, a row by its number, how many there are. */
export const answerRoster: Step = (inquiry) => {
  const rows = rosterRows(inquiry.catalogue)
  if (rows.length === 0) return undefined
  const { text, asked } = inquiry.question
  if (/哪一?条|第几条|措施/u.test(text)) return undefined
  const last = lastRows(inquiry, rows)
  const short =
    last.length > 0 && /(?:呢|在里面吗|在不在|也在吗|在吗|在其中吗)[？?。！]*$/u.test(asked) && text.length <= 14
  const wanted = short || listWords.test(text) || listWords.test(asked.toLowerCase())
  const narrowed = narrow(rows, text)
  const projects = projectsIn(narrowed, text)
  const lone = short ? findUnit(rows, subjectOf(asked)) : []
  const units =
    lone.length > 0
      ? [{ name: subjectOf(asked), rows: rows.filter(({ entry }) => lone.some((row) => row.entry === entry)) }]
      : unitsIn(rows, unitText(text, projects))
  const inProject = units.filter(
    (unit) => projects.length === 0 || unit.rows.some((row) => projects.includes(row.project)),
  )
  return (
    (last.length > 0 &&
    units.length === 0 &&
    projects.length === 0 &&
    /序号|第几|哪个项目|什么项目|[哪几]一?批|还是|哪个名单/u.test(text)
      ? unitRows(inquiry, rows, [{ name: last[0]?.unit ?? '', rows: last }])
      : undefined) ??
    (wanted ? byNumber(rows, text) : undefined) ??
    ((wanted || isMembership(inquiry)) && inProject.length > 0 ? unitRows(inquiry, rows, units) : undefined) ??
    (isMembership(inquiry) && units.length > 0 && projects[0]
      ? unitRows(inquiry, rows, units, projects[0])
      : undefined) ??
    (projects.length > 0 && asksUnits(inquiry, projects)
      ? (withinProject(inquiry, rows, units, projects) ?? projectRows(inquiry, narrowed, projects))
      : undefined) ??
    (rosterContext.test(text) && counts.test(text) ? countRows(inquiry, narrowed, text) : undefined) ??
    (wanted ? absent(inquiry, text, short) : undefined)
  )
}
