import { lengthOf, shortened } from '../../../knowledge/language/characters.ts'
import type { Quoted, Source } from '../decide/finding.ts'
import { nameOf } from './cite.ts'
import type { Language } from './told.ts'

/** The line that says where an answer stands. */
export function sourceLine({ entry, newer }: Source, language: Language): string {
  const { notice, clause } = entry
  if (language === 'en') {
    const issued = notice.issued ? `, issued ${notice.issued}` : ''
    const older = newer ? ` It is the older notice, of ${notice.year}; a newer one of ${newer.year} exists.` : ''
    return `From the ${notice.year} notice${notice.documentNumber ? ` ${notice.documentNumber}` : ''}${issued} (original in Chinese).${older}`
  }
  const older = newer ? `（${notice.year}年的通知，${newer.year}年另有新通知）` : ''
  return `${nameOf(entry)}${older}${shortPlace(clause.path)}：`
}

/** The same without the colon that opens what stands there. */
const sourceName = (source: Source, language: Language): string => sourceLine(source, language).replace(/：$/u, '')

/** Where an answer stands, as the line after it. */
export const sourceAfter = (source: Source, language: Language): string => `——${sourceName(source, language)}`

/** The last steps of a path, so that the line stays short: 「（二）申报条件 › 1」. */
function shortPlace(path: string): string {
  const steps = path.split(' › ').filter(Boolean)
  const shown = steps.length > 2 ? steps.slice(-2) : steps
  const place = shown.map((step) => (lengthOf(step) > 24 ? shortened(step, 23) : step)).join(' › ')
  return place ? `「${place}」` : ''
}

/** What is quoted, below the line without which it would say something else. */
export const wholeQuote = ({ entry, excerpt, opening }: Quoted): string =>
  opening ? `${opening.clause.text}\n${entry.clause.marker ?? ''}${excerpt}` : excerpt

/** A clause as the answer to a question: what of it answers, then where it stands. */
export const statement = (quoted: Quoted, language: Language): string =>
  language === 'en'
    ? `“${wholeQuote(quoted)}”\n— ${sourceLine(quoted, language)}`
    : `${wholeQuote(quoted)}\n${sourceAfter(quoted, language)}`

/** A second clause of the same notice: what of it answers, and its place alone. */
export function further(quoted: Quoted): string {
  const place = shortPlace(quoted.entry.clause.path)
  return `${wholeQuote(quoted)}${place ? `\n——同一通知${place}` : ''}`
}
