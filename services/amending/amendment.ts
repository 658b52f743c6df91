/** A step on the way to a provision: 第五条, （一）, or the words of its heading. */
export type PlaceStep = { unit: string; number: number } | { words: string }

/** One change that a notice makes to another without standing in its place. */
export type Amendment = {
  /** The notice that makes it, its title, its clause, and that clause's words. */
  notice: string
  title: string
  clause: string
  quote: string
  kind: 'changed' | 'removed' | 'added'
  /** The provision it names, from the highest; empty where it names none. */
  place: readonly PlaceStep[]
  /** What it says around the words that it puts in place of others. */
  said: string
  /** Words of the other notice, and those that stand in their place now. */
  before?: string
  after?: string
}
