import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { bodyOf, sentencesOf } from '../../../knowledge/finding/sentences.ts'
import { cutTo, lengthOf } from '../../../knowledge/language/characters.ts'
import { leads } from '../../../prompts/leads.ts'
import type { ListFinding } from '../decide/finding.ts'
import { figuresOf } from './gist.ts'
import { sourceLine } from './frame.ts'
import type { Language, Told } from './told.ts'

/** Characters of a list that are shown in full; of longer ones each point's title. */
const shownInFull = 430

/** A list: every point, in full where the whole is short, by its title or first sentence where not. */
export function tellList(finding: ListFinding, language: Language): Told {
  const { source, points } = finding
  if (language === 'zh') return { text: [sourceLine(source, language), ...linesOf(finding)].join('\n') }
  const lead = leads.pointsEnglish(points.length)
  return { text: [lead, ...englishLines(finding), `— ${sourceLine(source, language)}`].join('\n'), lead }
}

/** Each point as quoted, after what of it can be said in English. */
function englishLines(finding: ListFinding): string[] {
  return linesOf(finding).map((line, at) => {
    const english = figuresOf(finding.stated.get(finding.points[at]!.clause.id) ?? [])
    return english === '' ? line : `${line}\n   ${english}`
  })
}

/** The points of a list, a line each. */
export function linesOf({ points }: ListFinding): string[] {
  const full = points.map((point) => lineOf(point, true))
  return lengthOf(full.join('\n')) <= shownInFull ? full : points.map((point) => lineOf(point, false))
}

function lineOf(point: Entry, full: boolean): string {
  const { clause } = point
  if (full || !clause.marker)
    return lengthOf(clause.text) > 220 && !full ? `${cutTo(clause.text, 120)}……` : clause.text.replace(/\n/gu, '')
  const title = clause.heading || cutTo(sentencesOf(bodyOf(point))[0] ?? '', 90)
  return `${clause.marker}${title}`
}
