import { projectOf } from '../../roster/roster.ts'
import type { CardPart } from '../../roster/unit-card.ts'
import type { RosterFinding } from '../decide/finding.ts'
import type { RosterNames } from './roster-names.ts'
import type { Told } from './told.ts'

/** Rows of a unit up to which each has its files and texts beside the reply. */
const mostRows = 6

const partsOf = ({ card, status }: RosterFinding): CardPart[] => (card && status === 'roster' ? card.parts : [])

/** The mail's title for each row, where the notice prescribes one. */
const titlesOf = (finding: RosterFinding): { title: string; project: string }[] =>
  partsOf(finding)
    .flatMap(({ rows }) => rows)
    .flatMap(({ row, mailTitle }) => (mailTitle === undefined ? [] : [{ title: mailTitle, project: projectOf(row) }]))
    .slice(0, mostRows)

/** The same as lines of the text. */
export const mailTitleLines = (finding: RosterFinding, { texts }: RosterNames): string[] =>
  titlesOf(finding).map(({ title }) => texts.titled(title))

/** What goes with the reply on one unit: its page, the mail's title to be copied, and the paper to be filled in. */
export function unitExtras(
  finding: RosterFinding,
  { texts }: RosterNames,
): Pick<Told, 'actions' | 'copies' | 'downloads'> {
  const { card } = finding
  if (!card || finding.status !== 'roster') return {}
  const copies = titlesOf(finding).map(({ title }) => ({ label: texts.mailTitle, text: title }))
  const downloads = partsOf(finding)
    .flatMap((part) => filesOf(part, texts))
    .slice(0, mostRows)
  const url = `/units?unit=${encodeURIComponent(card.unit)}`
  return {
    actions: [{ label: texts.openDesk, send: texts.askDuties(card.unit), url }],
    ...(copies.length > 0 && { copies }),
    ...(downloads.length > 0 && { downloads }),
  }
}

function filesOf({ notice, handing: { template }, rows }: CardPart, texts: RosterNames['texts']) {
  if (!template) return []
  return rows.map(({ row }) => {
    const query = new URLSearchParams({ notice: notice.id, row: row.entry.clause.id }).toString()
    const label = texts.download(template.name, rows.length > 1 ? projectOf(row) : '')
    return { label, url: `/api/units/report.docx?${query}` }
  })
}
