import { shortened } from '../../knowledge/language/characters.ts'
import { readMarker } from '../../knowledge/parsing/markers.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { programmeChangeTexts as texts } from '../../prompts/programme-changes.ts'
import { type Located, wordsAfter } from '../amending/find-amended.ts'
import { openAmending, placeOf, type Touch, windowBy, preparationMoved } from './amended-rules.ts'
import type { Criterion, ProgrammeDocument, Quoted, Support } from './document.ts'
import type { ProgrammeChange } from './resolve-programmes.ts'
import type { SuspensionReason } from './warning.ts'

export type Amended = { document: ProgrammeDocument; changes: ProgrammeChange[] }

const mostShown = 160
const shown = (text: string): string =>
  shortened(
    text
      .trim()
      .replace(/\s+/gu, ' ')
      .replace(/[。；;]$/u, ''),
    mostShown,
  )

/** Characters of a new provision that name it. */
const mostTitled = 24
/** 「（七）设有无障碍通道」 without its number. */
const ownWords = (text: string): string => text.slice(readMarker(text)?.raw.length ?? 0).trim()

/**
 * Leaves open what other notices have changed of a programme since its rules were written, each with both texts. What can't be
 * told to be about anything is left open as a provision of its own: nothing vanishes silently.
 *
 * @param notice The programme's own, as it is in use.
 * @param amendments Those that the rules have not taken up, the latest last.
 */
export function amendProgramme(
  document: ProgrammeDocument,
  notice: Notice,
  amendments: readonly Located[],
): Amended | SuspensionReason {
  const touch = openAmending(document, notice, amendments)
  const changes: ProgrammeChange[] = []
  const name = (part: ProgrammeChange['part'], id: string, title: string) => changes.push({ part, id, title })
  const window = windowOf(document, notice, touch)
  if (!window) return 'window-unread'
  if (window !== document.window) name('window', 'window', texts.window)
  const criteria = document.criteria.map((one): Criterion => {
    const by = touch.of(one)
    if (!by) return one
    name('criterion', one.id, one.title)
    return unsettledBy(one, by)
  })
  const preferences = document.preferences.map((one) => {
    const by = touch.of(one)
    if (!by) return one
    name('preference', one.id, one.title)
    const { id, title, english } = one
    return { id, title, ...(english && { english }), ...placeOf(by), condition: { unsettled: one.condition } }
  })
  const kept = <T extends Partial<Quoted>>(
    list: readonly T[],
    part: 'commitment' | 'preparation',
    title: string,
  ): T[] =>
    list.filter((one) => {
      const isKept = one.quote === undefined || !touch.of({ ...one, quote: one.quote })
      if (!isKept) name(part, part, title)
      return isKept
    })
  const commitments = kept(document.commitments, 'commitment', texts.commitments)
  const preparation = preparationMoved(
    kept(document.preparation, 'preparation', texts.preparation),
    document,
    touch,
    notice,
  )
  const support = supportOf(document.support, touch, () => name('support', 'support', texts.support))
  const added = touch.added().map((by): Criterion => {
    const title = texts.amendedTitle(
      by.place.length > 0 ? shortened(ownWords(shown(by.after ?? by.quote)), mostTitled) : by.title,
    )
    name('added', by.clause, title)
    const id = `added-${by.notice}-${by.clause.replace(/[^a-z0-9]+/gu, '-')}`
    return {
      id,
      title,
      ...placeOf(by),
      condition: { unsettled: { allOf: [] } },
      words: { required: texts.required, gap: '' },
      note: texts.addedNote(shown(by.after ?? by.quote)),
    }
  })
  return {
    document: {
      ...document,
      window,
      criteria: [...criteria, ...added],
      preferences,
      commitments,
      preparation,
      support,
    },
    changes,
  }
}

function unsettledBy({ id, title, condition, english, quote }: Criterion, by: Located): Criterion {
  return {
    id,
    title,
    ...placeOf(by),
    condition: { unsettled: condition },
    ...(english && { english: { title: english.title } }),
    words: { required: texts.required, gap: '' },
    note: texts.note(shown(quote), by.kind === 'removed' ? undefined : shown(wordsAfter(by, quote))),
  }
}

/** The last day that an amendment names; undefined where it changes the time and names none. */
function windowOf(
  { window }: ProgrammeDocument,
  notice: Notice,
  touch: Touch,
): ProgrammeDocument['window'] | undefined {
  const by = touch.ofWindow(window)
  return by ? windowBy(window, by, notice) : window
}

function supportOf(support: Support, touch: Touch, tell: () => void): Support {
  const { money, placesQuote, restrictions, amounts = [] } = support
  const [by] = [money, placesQuote, ...amounts].flatMap((one) => (one && touch.of(one)) ?? [])
  const kept = restrictions.filter((one) => !touch.of(one))
  if (!by && kept.length === restrictions.length) return support
  tell()
  if (!by) return { ...support, restrictions: kept }
  return { restrictions: kept, amountText: texts.amount, placesText: texts.places, money: placeOf(by) }
}
