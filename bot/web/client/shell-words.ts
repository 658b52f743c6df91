import { need } from './element.ts'
import { type Language, wordsIn } from './language.ts'

const field = need<HTMLTextAreaElement>('#message')
const sendWords = need('#send span')

/** Says what stands around the field in the language of the conversation. */
export function showShellWords(language: Language): void {
  const { composer } = wordsIn(language)
  field.placeholder = composer.hint
  need('#message-label').textContent = composer.field
  sendWords.textContent = composer.send
  need('#disclaimer').textContent = composer.disclaimer
  need('#composer').lang = language === 'en' ? 'en' : 'zh-CN'
}
