import { langOf, type Language } from './language.ts'
import { type ShellTexts, shellTexts } from './shell-texts.ts'

const all = (attribute: string) => document.querySelectorAll<HTMLElement>(`[data-${attribute}]`)
let shown: Language = document.documentElement.lang === 'en' ? 'en' : 'zh'

/** Says what stands around the conversation in a language: menu, field, buttons, by the names that `index.html` gives them. */
export function showShellWords(language: Language): void {
  for (const button of all('language'))
    button.setAttribute('aria-pressed', String(button.dataset.language === language))
  if (language === shown) return
  shown = language
  const texts = shellTexts[language]
  const textOf = (name = ''): string => texts[name as keyof ShellTexts]
  document.documentElement.lang = langOf(language)
  document.title = texts.title
  for (const element of all('words')) element.textContent = textOf(element.dataset.words)
  for (const element of all('label')) element.setAttribute('aria-label', textOf(element.dataset.label))
  for (const element of all('hint')) element.setAttribute('placeholder', textOf(element.dataset.hint))
}
