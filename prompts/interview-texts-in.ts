import type { Language } from './approximate-texts.ts'
import { interviewTextsEnglish } from './interview-texts-english.ts'
import { type InterviewTexts, interviewTexts } from './interview-texts.ts'

/** The texts of the self-check in a language; Chinese unless told. */
export const interviewTextsIn = (language: Language | undefined): InterviewTexts =>
  language === 'en' ? interviewTextsEnglish : interviewTexts
