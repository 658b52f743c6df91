import { writeAnswerIn } from './fact-texts.ts'
import type { FactKey } from './facts.ts'
import type { Answers } from './rule.ts'

/** An answer as short as it can be said: 120件, 是, 三级, 不清楚. */
export const writeAnswer = (key: FactKey, answer: Answers[FactKey]): string => writeAnswerIn('zh', key, answer)
