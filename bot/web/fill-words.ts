import { shellTexts } from './client/shell-texts.ts'
import { markup } from './html.ts'
import { langOf, type PageLanguage } from './page-language.ts'

/**
 * Puts the texts of a language into `index.html`, where elements name them: `data-words="menu"` for the content of an empty
 * element, `data-label` and `data-hint` for attributes, `{title}` in the head. The script changes them by the same names.
 *
 * @throws {Error} When there is no such text.
 */
export function fillWords(template: string, language: PageLanguage): string {
  const texts: Record<string, string> = { ...shellTexts[language], lang: langOf(language) }
  const textOf = (name: string): string => {
    const text = texts[name]
    if (text === undefined) throw new Error(`bot/web: index.html names a text that there is not: ${name}`)
    return markup`${text}`.text
  }
  return template
    .replace(/\{(\w+)\}/g, (_, name: string) => textOf(name))
    .replace(/\bdata-(?:label|hint)="\w+"/g, (found) => {
      const [, kind, name = ''] = /data-(\w+)="(\w+)"/.exec(found)!
      return `${found} ${kind === 'hint' ? 'placeholder' : 'aria-label'}="${textOf(name)}"`
    })
    .replace(/(<[^<>]*\bdata-words="(\w+)"[^<>]*>)(?=<\/)/g, (tag, _, name: string) => tag + textOf(name))
}
