import { exclusiveNames, meets, weightOf } from './matter-words.ts'

/** What a question is about, in the terms of people who apply for something. */
export type Matters = {
  /** What it waits for (see `resolveSlots`). */
  slots: string[]
  /** What is done and with what (`act:apply`, `thing:form`), as far as the part that asks names it; each once, sorted. */
  asked: string[]
  /** The same, named by what is told around it: 「我们是二级医院，…」. */
  around: string[]
  /** Words of the part that asks which name neither. */
  words: string[]
}

/** What a question names anywhere. */
export const namedIn = ({ asked, around }: Matters): string[] => [...new Set([...asked, ...around])]

/** What the part of a question that asks names and another question doesn't, not even around. */
export const missingIn = ({ asked }: Matters, other: Matters): string[] => lacking(asked, other)

/** The same for all that a question names. */
export const missingAround = (one: Matters, other: Matters): string[] => lacking(namedIn(one), other)

const lacking = (names: readonly string[], { asked, around }: Matters): string[] =>
  names.filter((name) => !meets(name, asked) && !meets(name, around))

/** How many of some names count in full. */
export const fullCount = (names: readonly string[]): number => names.filter((name) => weightOf(name) === 1).length

/** Whether what two questions name lets them ask the same. */
export const mattersAgree = (one: Matters, other: Matters): boolean =>
  !exclusiveNames.some((names) => exclude(namedOf(one, names), namedOf(other, names)))

const exclude = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && other.length > 0 && !one.some((name) => other.includes(name))

const namedOf = ({ asked, around }: Matters, names: readonly string[]): string[] => {
  const all = [...asked, ...around].flatMap((name) => name.split('|'))
  return names.filter((name) => all.some((full) => full.endsWith(`:${name}`)))
}
