import type { Notice } from '../../knowledge/parsing/notice.ts'
import { wordsAfter } from '../amending/find-amended.ts'
import { placeOf, type Touch, windowBy } from '../eligibility/amended-rules.ts'
import type { ProgrammeDocument } from '../eligibility/document.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import { shortened } from '../../knowledge/language/characters.ts'
import { refigured } from './refigure.ts'

const mostShown = 200
export const reviewOf = (was: string, now: string): string =>
  texts.review.changed(shortened(was, mostShown), shortened(now, mostShown))

/** The time to apply as another notice puts it. */
export function windowOf({ window }: ProgrammeDocument, notice: Notice, touch: Touch): ProgrammeDocument['window'] {
  const by = touch.ofWindow(window)
  if (!by) return window
  return { ...(windowBy(window, by, notice) ?? window), review: reviewOf(window.quote, by.quote) }
}

/** What is given, with the figures that follow from the new words. */
export function supportOf({ support }: ProgrammeDocument, touch: Touch): ProgrammeDocument['support'] {
  const { money, placesQuote, restrictions, amounts } = support
  const rests = [money, placesQuote, ...(amounts ?? []), ...restrictions]
  const first = rests.map((one) => ({ one, by: one && touch.of(one) })).find(({ by }) => by)
  if (!first?.one || !first.by) return support
  const { amountWan, amountText, places, placesText } = support
  const wordsNow = wordsAfter(first.by, first.one.quote)
  const figures = { amountText, placesText, ...(amountWan !== undefined && { amountWan }), ...(places && { places }) }
  const { quote: _, ...follows } = refigured({ quote: first.one.quote, ...figures }, wordsNow) ?? { quote: '' }
  const put = <T extends { quote: string }>(one: T): T => {
    const by = touch.of(one)
    return by ? { ...(refigured(one, wordsAfter(by, one.quote)) ?? one), ...placeOf(by) } : one
  }
  return {
    ...support,
    ...follows,
    ...(money && { money: put(money) }),
    ...(placesQuote && { placesQuote: put(placesQuote) }),
    ...(amounts && { amounts: amounts.map(put) }),
    restrictions: restrictions.filter((one) => touch.of(one)?.kind !== 'removed').map(put),
    review: reviewOf(first.one.quote, first.by.kind === 'removed' ? first.by.quote : wordsNow),
  }
}

/** What there is to prepare, without what was to prove rules that are gone. */
export function preparationOf(
  { preparation }: ProgrammeDocument,
  touch: Touch,
  rules: readonly { id: string }[],
): ProgrammeDocument['preparation'] {
  return preparation
    .filter(({ proves }) => proves === undefined || rules.some(({ id }) => id === proves))
    .flatMap((one) => {
      const by = one.quote === undefined ? undefined : touch.of({ ...one, quote: one.quote })
      if (!by) return [one]
      if (by.kind === 'removed') return []
      return [{ ...one, ...placeOf(by), review: reviewOf(one.quote!, by.after ?? by.quote) }]
    })
}
