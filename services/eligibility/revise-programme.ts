import { pairsOf, shortened } from '../../knowledge/language/characters.ts'
import { squeeze } from '../../knowledge/language/clean-text.ts'
import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { programmeChangeTexts as texts } from '../../prompts/programme-changes.ts'
import { type Edition, openEdition } from './edition.ts'
import type { Criterion, Preference, ProgrammeDocument } from './document.ts'
import type { Condition } from './document-conditions.ts'
import { rereadWindow } from './reread-window.ts'
import type { ProgrammeChange } from './resolve-programmes.ts'
import { reviseSupport } from './revise-support.ts'
import type { SuspensionReason } from './warning.ts'

export type Revised = { document: ProgrammeDocument; notice: Notice; changes: ProgrammeChange[] }

/**
 * Fits a programme's rules to another edition of their notice. What still stands word for word is kept, wherever it has
 * moved to; a condition that does not is left unsettled beside what stands in its place, everything else is left out and
 * named. A clause that has come in beside the conditions is a condition that nobody has read yet.
 *
 * @param original The edition that the rules quote.
 * @param used The edition in use.
 * @param beside The other notices in use: rules may quote one that amends it.
 * @returns The rules with the notice whose sections they name; or why they can't be used.
 */
export function reviseProgramme(
  declared: ProgrammeDocument,
  original: Notice,
  used: Notice,
  beside: readonly Notice[] = [],
): Revised | SuspensionReason {
  const edition = openEdition(declared, original, used, beside)
  const { notice, section, stands, isUnqualified, placed, inPlaceOf } = edition
  const isAsRead = (one: Criterion | Preference) => stands(one) && isUnqualified(one)
  const [applicant] = declared.criteria
  if (applicant && !stands(applicant) && !inPlaceOf(applicant)) return 'applicant-gone'
  const window = windowIn(edition, declared, original)
  if (!window) return 'window-unread'

  const changes: ProgrammeChange[] = []
  const keepOrName = (isKept: boolean, part: ProgrammeChange['part'], id: string, title: string): boolean => {
    if (!isKept) changes.push({ part, id, title })
    return isKept
  }
  keepOrName(window.quote === declared.window.quote, 'window', 'window', texts.window)
  const criteria = declared.criteria.map((criterion): Criterion => {
    if (keepOrName(isAsRead(criterion), 'criterion', criterion.id, criterion.title)) return placed(criterion)
    const found = inPlaceOf(criterion)
    const at = found ?? anyClause(edition)
    const now = found && isLike(criterion.quote, found) ? shown(ownWords(found)) : undefined
    const note = texts.note(shown(criterion.quote), now)
    return { ...unsettled(criterion, at), words: { required: texts.required, gap: '' }, note }
  })
  const preferences = declared.preferences.map((preference): Preference => {
    if (keepOrName(isAsRead(preference), 'preference', preference.id, preference.title)) return placed(preference)
    return unsettled(preference, inPlaceOf(preference) ?? anyClause(edition))
  })
  const added = edition.addedBeside(declared.criteria).map((clause): Criterion => {
    const title = texts.addedTitle(clause.path.split(' › ').slice(-2).join(' › '))
    changes.push({ part: 'added', id: clause.id, title })
    const added = { id: `added-${clause.id}`, title, condition: { allOf: [] } }
    return {
      ...unsettled(added, clause),
      words: { required: texts.required, gap: '' },
      note: texts.addedNote(shown(ownWords(clause))),
    }
  })
  const commitments = declared.commitments
    .filter((one) => keepOrName(stands(one), 'commitment', one.id, texts.commitments))
    .map(placed)
  const preparation = declared.preparation
    .filter((item) => keepOrName(!quotes(item) || stands(item), 'preparation', item.id, texts.preparation))
    .map((item) => (quotes(item) ? placed(item) : item))
  const { section: _, ...unplaced } = declared
  const document: ProgrammeDocument = {
    ...unplaced,
    ...(section !== undefined && { section }),
    window,
    criteria: [...criteria, ...added],
    preferences,
    commitments,
    support: reviseSupport(edition, declared.support, window, keepOrName),
    preparation,
  }
  return { document, notice, changes }
}

/** Characters of a clause that are told at most; the whole stands in the notice. */
const mostShown = 160
const shown = (quote: string): string =>
  shortened(
    quote
      .trim()
      .replace(/\s+/gu, ' ')
      .replace(/[。；;]$/u, ''),
    mostShown,
  )

/** How much of the old words a clause must hold, as pairs of characters, to be told as what they are now. */
const leastShared = 0.5

function isLike(quote: string, clause: Clause): boolean {
  const own = new Set(pairsOf(squeeze(quote)))
  const shared = new Set(pairsOf(squeeze(clause.quote))).intersection(own)
  return shared.size >= own.size * leastShared
}

/** A clause without its number. */
const ownWords = ({ quote, marker = '' }: Clause): string =>
  quote.startsWith(marker) ? quote.slice(marker.length) : quote

const quotes = <T extends { quote?: string }>(item: T): item is T & { quote: string } => item.quote !== undefined

/** Where nothing is left that a condition could stand beside: the first provision of the notice. */
const anyClause = ({ notice }: Edition): Clause =>
  notice.clauses.find(({ kind }) => kind !== 'front' && kind !== 'furniture')!

type Ruled = Pick<Criterion, 'id' | 'title' | 'condition' | 'english'>

/** A condition that no answer decides, beside the clause in its place. */
const unsettled = ({ id, title, condition, english }: Ruled, clause: Clause) => ({
  id,
  title,
  quote: clause.quote,
  section: clause.id,
  condition: { unsettled: condition } satisfies Condition,
  ...(english && { english: { title: english.title } }),
})

/** From the date of the notice, or the day that its words name, to the last day; undefined where that can't be read. */
function windowIn(
  { notice, stands, placed }: Edition,
  declared: ProgrammeDocument,
  original: Notice,
): ProgrammeDocument['window'] | undefined {
  if (!stands(declared.window)) return rereadWindow(declared, notice)
  const { opens, opening, ...rest } = placed(declared.window)
  if (opens !== undefined && opens !== original.issued && (!opening || stands(opening)))
    return { opens, ...rest, ...(opening && { opening: placed(opening) }) }
  return { ...(notice.issued !== undefined && { opens: notice.issued }), ...rest }
}
