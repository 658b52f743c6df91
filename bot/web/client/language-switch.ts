import type { Language } from './language.ts'
import { chooseLanguage } from './page-language.ts'
import { speak } from './transcript.ts'

/** Lets people choose the language of the page, which is kept; the conversation goes on in it. */
export function listenToLanguages(): void {
  document.querySelectorAll<HTMLElement>('[data-language]').forEach((button) => {
    const language = button.dataset.language as Language
    button.addEventListener('click', () => {
      speak(language)
      chooseLanguage(language)
    })
  })
}
