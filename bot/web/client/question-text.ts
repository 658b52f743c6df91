import type { Reply } from '../../../services/reply.ts'
import type { Question, Wording } from './programmes.ts'

/** A question of an interview taken apart: what is asked, what is said besides, and what explains it. */
export type QuestionParts = { question: string; notes: string[]; help: string[] }

const asks = /[?？][\s”"）)]*$/u

/** The wording that some lines are put in. */
export const wordingIn = (lines: readonly string[], known: Question): Wording | undefined =>
  [known, ...(known.english ? [known.english] : [])].find(({ prompt }) => lines.some((line) => line.includes(prompt)))

/**
 * Finds the question in a reply's lines: its own words, else the first line that asks. Lines that are its help are its help;
 * all others are notes, which people must see. What explains the question is there where the reply is short, too.
 */
export function questionParts({ text, lead }: Pick<Reply, 'text' | 'lead'>, known?: Question): QuestionParts {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const wording = known && wordingIn(lines, known)
  const help = [wording?.help ?? '', wording?.why ?? ''].filter((line) => line !== '')
  const question =
    lines.find((line) => line === wording?.prompt) ??
    lines.find((line) => wording !== undefined && line.includes(wording.prompt)) ??
    lead ??
    lines.find((line) => asks.test(line)) ??
    lines[0] ??
    ''
  return { question, notes: lines.filter((line) => line !== question && !help.includes(line)), help }
}
