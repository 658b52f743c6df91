import { programmeChangeTexts as texts } from '../../prompts/programme-changes.ts'
import type { Edition } from './edition.ts'
import type { ProgrammeDocument, Support } from './document.ts'
import type { ProgrammeChange } from './resolve-programmes.ts'

type KeepOrName = (isKept: boolean, part: ProgrammeChange['part'], id: string, title: string) => boolean

/** What an awardee gets according to another edition: no figure that it doesn't give in the same words. */
export function reviseSupport(
  { stands, placed, inPlaceOf }: Edition,
  support: Support,
  window: ProgrammeDocument['window'],
  keepOrName: KeepOrName,
): Support {
  const { money, placesQuote, restrictions, amounts = [] } = support
  const isKept = (!money || stands(money)) && (!placesQuote || stands(placesQuote)) && amounts.every(stands)
  keepOrName(isKept, 'support', 'support', texts.support)
  const kept = restrictions.filter(stands)
  keepOrName(kept.length === restrictions.length, 'support', 'restrictions', texts.restriction)
  const now = { restrictions: kept.map(placed) }
  if (isKept)
    return {
      ...support,
      ...now,
      ...(money && { money: placed(money) }),
      ...(placesQuote && { placesQuote: placed(placesQuote) }),
      ...(amounts.length > 0 && { amounts: amounts.map(placed) }),
    }
  const clause = money && inPlaceOf(money)
  const { quote, section } = clause ? { quote: clause.quote, section: clause.id } : window
  return {
    ...now,
    amountText: texts.amount,
    placesText: texts.places,
    money: { quote, ...(section !== undefined && { section }) },
  }
}
