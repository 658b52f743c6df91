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
const ordinal = /第\s*(?:\d+|[一二三四五六七八九十百]+)\s*(?:条|项|款|点|步|部分|个|块|段|方面)/gu

/** Parts the measure word that is asked for from the noun after it: 多少件专利 asks of 专利, and 件专 is no word. */
const unitApart = (text: string, unit: string): string =>
  unit === '' ? text : text.replace(new RegExp(`((?:多少|几)${unit})(?=\\p{Script=Han})`, 'gu'), '$1·')

/**
 * Reads the wording of a question. Never fails: what can't be read is left to the search as it stands.
 *
 * @param today YYYY-MM-DD, from which 去年 is counted.
 * @param english Whether it is read as English; told by its words unless the conversation tells.
 */
export function readWording(
  spelling: Spelling,
  asked: string,
  today: string,
  english: boolean = isEnglish(foldShapes(asked)),
): Wording {
  const typed = foldShapes(asked)
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
  const value = valueAsked({ value: readValueKind(text, aspects), aspects })
  return {
    asked,
    text,
    english,
    spokenYears,
    aspects,
    aspectTerms: units,
    value,
    intents: readIntents(english ? typed.toLowerCase() : text),
    rest: value.kind === 'count' ? unitApart(rest, value.unit) : rest,
  }
}
