import { fold } from '../../../knowledge/finding/catalogue.ts'
import { foldShapes } from '../../../knowledge/language/shapes.ts'
import { readIntents } from './intents.ts'
import type { Wording } from './question.ts'
import { readAspects } from './read-aspects.ts'
import { readValueKind } from './read-value-kind.ts'
import type { Spelling } from './repair-spelling.ts'
import { isEnglish, translateEnglish } from './translate-english.ts'
import { valueAsked } from './value-asked.ts'
import { datedYears, readYears, withoutYears } from './years.ts'

/** A provision asked for by its number, which is no word of what is asked. */
const ordinal = /第\s*(?:\d+|[一二三四五六七八九十百]+)\s*(?:条|项|款|点|步|部分|个)/gu

/**
 * Reads the wording of a question. Never fails: what can't be read is left to the search as it stands.
 *
 * @param today YYYY-MM-DD, from which 去年 is counted.
 */
export function readWording(spelling: Spelling, asked: string, today: string): Wording {
  const typed = foldShapes(asked)
  const english = isEnglish(typed)
  const plain = datedYears(
    typed
      .replace(/\s+/gu, ' ')
      .replace(/https?:\/\//giu, ' ')
      .replace(/(?<=\d),(?=\d{3})/gu, '')
      .trim(),
    Number(today.slice(0, 4)),
  )
  const text = fold(english ? translateEnglish(plain).replace(/ /gu, '，') : spelling.repair(plain.toLowerCase()))
  const spokenYears = readYears(text)
  const { aspects, units, rest } = readAspects(withoutYears(text.replace(ordinal, '·'), spokenYears))
  return {
    asked,
    text,
    english,
    spokenYears,
    aspects,
    aspectTerms: units,
    value: valueAsked({ value: readValueKind(text, aspects), aspects }),
    intents: readIntents(english ? typed.toLowerCase() : text),
    rest,
  }
}
