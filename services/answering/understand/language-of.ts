import { isBareFigure } from '../../../knowledge/language/bare-figure.ts'
import { isPinyin } from './pinyin-text.ts'
import { isEnglish } from './translate-english.ts'

/** Written alike by those who write Chinese. */
const saysNothing = /\b(?:ok|okay|app|pdf|word|docx?)\b/giu

/**
 * The language to answer a message in: that of its words; of one without any, a number or a command, that of before.
 *
 * @param wasEnglish Whether the person wrote English before.
 */
export function languageOf(text: string, wasEnglish = false): 'zh' | 'en' {
  const words = text.replace(/^[/／]\S+/u, '')
  if (isBareFigure(words)) return wasEnglish ? 'en' : 'zh'
  if (isEnglish(words)) return 'en'
  if (/\p{Script=Han}/u.test(words) || isPinyin(words)) return 'zh'
  return wasEnglish || /[a-z]{2}/u.test(words.replace(saysNothing, '')) ? 'en' : 'zh'
}
