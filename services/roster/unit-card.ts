import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { type HandingIn, handingIn } from './handing-in.ts'
import { writeMailTitle } from './mail-title.ts'
import { projectOf, type RosterRow } from './roster.ts'
import { fillBlanks, type Template } from './template.ts'

/** All that is known of a unit: its rows by notice, and for each what its notice wants handed in. */
export type UnitCard = { unit: string; parts: CardPart[] }

/** Rows of one notice for which the same is handed in. */
export type CardPart = { notice: Notice; handing: HandingIn; rows: CardRow[] }

/** A row with the mail's title for it, where the notice prescribes one. */
export type CardRow = { row: RosterRow; mailTitle: string | undefined }

/** Puts the rows of one unit together, those of the newest notice first. */
export function unitCard(catalogue: Catalogue, unit: string, rows: readonly RosterRow[]): UnitCard {
  const parts = Map.groupBy(rows, (row) => keyOf(row, handingIn(catalogue, row)))
  const cards = [...parts.values()].map((own): CardPart => {
    const handing = handingIn(catalogue, own[0]!)
    return {
      notice: own[0]!.entry.notice,
      handing,
      rows: own.map((row) => ({ row, mailTitle: titleOf(handing, row) })),
    }
  })
  return { unit, parts: cards.sort((a, b) => dateOf(b.notice).localeCompare(dateOf(a.notice))) }
}

const titleOf = ({ mailTitle }: HandingIn, row: RosterRow): string | undefined =>
  mailTitle && writeMailTitle(mailTitle, row)

const keyOf = ({ entry: { notice } }: RosterRow, { sentence, contact }: HandingIn): string =>
  [notice.id, sentence?.entry.clause.id, sentence?.text, contact?.text].join('|')

const dateOf = ({ issued, year }: Notice): string => issued ?? String(year)

/** A template with a row's unit and project in the places left for them. */
export function fillTemplate(template: Template, row: RosterRow) {
  const { name, title, sections, closing } = template
  const fill = (text: string): string => fillBlanks(text, row.unit, projectOf(row))
  return {
    name,
    title: fill(title),
    sections: sections.map(({ heading, guidance }) => ({ heading: fill(heading), guidance: guidance.map(fill) })),
    closing: closing.flatMap(({ clause }) => fill(clause.text).split('\n')),
  }
}
