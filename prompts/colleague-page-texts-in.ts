import type { Language } from './approximate-texts.ts'
import { colleaguePageTextsEnglish } from './colleague-page-texts-english.ts'
import { type ColleaguePageTexts, colleaguePageTexts } from './colleague-page-texts.ts'

/** The texts of the pages of a check that colleagues fill together, in a language. */
export const colleaguePageTextsIn = (language: Language): ColleaguePageTexts =>
  language === 'en' ? colleaguePageTextsEnglish : colleaguePageTexts
