import type { ComparedSide, ComparisonFinding } from '../decide/finding.ts'
import { sourceLine } from './frame.ts'
import { linesOf } from './list.ts'
import type { Language, Told } from './told.ts'
import { labelOf } from './topic.ts'

/** The sides one after the other, and beside each other in a table. */
export function tellComparison({ compared, rests }: ComparisonFinding, language: Language): Told {
  const texts = compared.map((side) => sideText(side, language))
  const cells = compared.map((side) => ({ text: contentOf(side), rest: rests.indexOf(firstOf(side)) }))
  return {
    text: [...new Set(texts)].join('\n'),
    table: { columns: compared.map(({ notice, programme }) => labelOf(notice, programme)), rows: [cells] },
  }
}

function sideText(side: ComparedSide, language: Language): string {
  const source = Array.isArray(side.told) ? side.told[0]! : side.told.source
  return [sourceLine(source, language), contentOf(side)].join('\n')
}

const contentOf = ({ told }: ComparedSide): string =>
  (Array.isArray(told) ? told.map(({ excerpt }) => excerpt) : linesOf(told)).join('\n')

const firstOf = ({ told }: ComparedSide) => (Array.isArray(told) ? told[0]!.entry : told.rests[0]!)
