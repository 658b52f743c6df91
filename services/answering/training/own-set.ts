import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { LabelledSet } from './read-set.ts'

/** The questions that staff have written for the notices in use, as a set to learn from; undefined where there are none. */
export function ownSet(inUse: readonly Notice[]): LabelledSet | undefined {
  const notices = inUse.filter(({ spoken }) => (spoken?.questions.length ?? 0) > 0)
  const questions = notices.flatMap(({ id, spoken }) =>
    spoken!.questions.map(({ question, quote }, at) => ({
      id: `${id}-${at + 1}`,
      question,
      notice: id,
      expect: 'answer',
      quotes: [quote],
    })),
  )
  if (questions.length === 0) return undefined
  return { name: 'own', files: [], notices, isOfBundled: false, questions, dialogues: [] }
}
