import { inChinese, inEnglish } from '../../../knowledge/language/write-day.ts'
import { documentTexts as words } from '../../../prompts/answer-texts.ts'
import type { DocumentFinding, Printed } from '../decide/finding.ts'
import type { Language, Told } from './told.ts'

/** What a notice prints of itself: its number, its day, its issuer. */
export function tellDocument({ notice, printed }: DocumentFinding, language: Language): Told {
  const lead = words.joined[language](printed.map((one) => partOf(one, language)))
  return { text: [lead, words.title[language](notice.title)].join('\n'), lead }
}

function partOf({ what, value, entry }: Printed, language: Language): string {
  if (!entry) return words.unstated[language](words.names[what][language])
  const isDay = what === 'day'
  return words[what][language](!isDay ? value : language === 'en' ? inEnglish(value) : inChinese(value))
}
