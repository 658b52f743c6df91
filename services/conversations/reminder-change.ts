import type { Language } from '../../prompts/approximate-texts.ts'
import type { Interview } from './interview.ts'

/**
 * What a person may ask to hear of: that a check says something else, that a last day comes near, that there is an answer, that
 * all colleagues have answered.
 */
export type Heard = 'check' | 'deadline' | 'answer' | 'colleagues'

/** What a person agrees to hear of. `subject` is a programme; of an answer, the reply that was none; of colleagues, the code of the check. */
export type Agreement = { what: Heard; subject: string; language: Language; interview?: Interview }

/**
 * What a turn changes of what its person hears of. `checked` is a check that is watched, as the turn leaves it; `left` the programme of
 * one that was watched and is given up.
 */
export type ReminderChange = { isStopped?: true; agreed?: Agreement; checked?: Interview; left?: string }

/** An interview as it is watched: what could be undone in it is not needed. */
export function watchedOf({ before: _, ...interview }: Interview): Interview {
  return interview
}
