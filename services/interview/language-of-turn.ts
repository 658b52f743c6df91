import type { Language } from '../../prompts/approximate-texts.ts'
import type { Message } from './message.ts'

/** The language in which a command is answered: that of its words, of what the person wrote before, or of the interview under way. */
export function languageOfTurn({
  command,
  state: { memory, interview },
}: Pick<Message, 'command' | 'state'>): Language {
  const isHeldInEnglish = interview?.language === 'en' && !interview.isConfirmed
  return command?.isEnglish || memory.english || isHeldInEnglish ? 'en' : 'zh'
}
