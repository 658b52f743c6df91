import type { Reply } from '../../../services/reply.ts'

/** What a reply lists and offers as buttons at once: its text without the list, and of each button what the list says besides. */
export type ChoiceLines = { text: string; notes: string[] }

const numbered = /^\s*\d+[.、．]\s*/u
const bracketed = /^[（(](.+)[）)]$/u

/**
 * Takes a list whose lines name the buttons of the reply out of its text, so that each stands on the screen once.
 *
 * @returns Undefined where the list and the buttons are not the same, one by one.
 */
export function choiceLines({ text, actions }: Pick<Reply, 'text' | 'actions'>): ChoiceLines | undefined {
  const lines = text.split('\n')
  const listed = lines.filter((line) => numbered.test(line))
  if (listed.length < 2 || listed.length !== actions.length) return undefined
  const rests = listed.map((line, at) => {
    const words = line.replace(numbered, '').trim()
    const label = actions[at]!.label
    return words.startsWith(label) ? words.slice(label.length).trim() : undefined
  })
  if (rests.some((rest) => rest === undefined)) return undefined
  return {
    text: lines.filter((line) => !numbered.test(line)).join('\n'),
    notes: rests.map((rest = '') => rest.replace(bracketed, '$1')),
  }
}
