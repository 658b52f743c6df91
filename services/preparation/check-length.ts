import type { Language } from '../../prompts/approximate-texts.ts'
import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import { type CharacterCount, countCharacters, holdLimit, type LimitStatus } from './count-characters.ts'
import type { PreparationItem } from './preparation.ts'

/** Something to prepare, with the clause it rests on. */
type Item<Source> = Pick<PreparationItem, 'id' | 'text' | 'maxCharacters'> & { source?: Source | undefined }

/** A field of a form that may only be so long, with the clause that says so. */
export type LimitedField<Source> = { item: string; title: string; limit: number; source: Source }

/** How long a text is and how that stands to the limit of its field, also in words. */
export type LengthCheck = CharacterCount & { limit: number; status: LimitStatus; text: string }

/** The fields of a programme's forms that have a limit, in the notice's order. */
export function limitedFields<Source>(preparation: readonly Item<Source>[]): LimitedField<Source>[] {
  return preparation.flatMap(({ id, text, maxCharacters, source }) =>
    maxCharacters === undefined || !source ? [] : [{ item: id, title: text, limit: maxCharacters, source }],
  )
}

/** Holds a text that people mean to fill in against the longest that its field may be. */
export function checkLength(text: string, limit: number, language?: Language): LengthCheck {
  const words = interviewTextsIn(language)
  const count = countCharacters(text)
  const status = holdLimit(count, limit)
  return { ...count, limit, status, text: words.length[status](count.words, count.characters, limit) }
}
