import type { Language } from './approximate-texts.ts'
import { documentTextsEnglish } from './document-texts-english.ts'
import { type DocumentTexts, documentTexts } from './document-texts.ts'

/** The texts of the files in a language; Chinese unless told. */
export const documentTextsIn = (language?: Language): DocumentTexts =>
  language === 'en' ? documentTextsEnglish : documentTexts
