import { programmeChangeTexts as texts } from '../../prompts/programme-changes.ts'
import type { Edition } from './edition.ts'
import type { Programme, Support } from './programme.ts'
import type { ProgrammeChange } from './resolve-programmes.ts'

type KeepOrName = (isKept: boolean, part: ProgrammeChange['part'], id: string, title: string) => boolean

/** What an awardee gets according to another edition: no figure that it doesn't give in the same words. */
export function reviseSupport(
  { stands, placed, inPlaceOf }: Edition,
  support: Support,
  window: Programme['window'],
  keepOrName: KeepOrName,
): Support {
  const { money, placesQuote, restrictions } = support
  const isKept = stands(money) && (!placesQuote || stands(placesQuote))
  keepOrName(isKept, 'support', 'support', texts.support)
  const kept = restrictions.filter(stands)
  keepOrName(kept.length === restrictions.length, 'support', 'restrictions', texts.restriction)
  const now = { restrictions: kept.map(placed) }
  if (isKept)
    return { ...support, ...now, money: placed(money), ...(placesQuote && { placesQuote: placed(placesQuote) }) }
  const clause = inPlaceOf(money)
  const { quote, section } = clause ? { quote: clause.quote, section: clause.id } : window
  return {
    ...now,
    amountText: texts.amount,
    placesText: texts.places,
    money: { quote, ...(section !== undefined && { section }) },
  }
}
