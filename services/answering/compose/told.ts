import type { Answer } from '../answer.ts'

/** The language of an answer: that of the question. */
export type { Language } from '../../../prompts/approximate-texts.ts'

/** What a renderer makes of a finding; the rest of an answer is the finding's own. */
export type Told = Pick<Answer, 'text' | 'lead' | 'table' | 'actions' | 'copies' | 'downloads'>
