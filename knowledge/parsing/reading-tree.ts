import { squeeze } from '../language/clean-text.ts'
import type { Clause } from './clause.ts'

const separator = ' › '

/** The clauses of a reading while it is mended: in the order of the text, each with its step of the path. */
export class ReadingTree {
  readonly clauses: Clause[]
  private readonly steps = new Map<Clause, string>()

  constructor(clauses: readonly Clause[]) {
    this.clauses = clauses.map((clause) => ({ ...clause, spans: [...clause.spans] }))
    const paths = new Map(clauses.map(({ id, path }) => [id, path]))
    for (const clause of this.clauses) {
      const above = paths.get(clause.parent ?? '')
      const isUnder = above !== undefined && above !== '' && clause.path.startsWith(above)
      this.steps.set(clause, isUnder ? clause.path.slice(above.length).replace(separator, '') : clause.path)
    }
  }

  find(id: string): Clause | undefined {
    return this.clauses.find((clause) => clause.id === id)
  }

  parentOf({ parent }: Clause): Clause | undefined {
    return parent === undefined ? undefined : this.find(parent)
  }

  /** The clause that stands before another in the text, but for what the page carries. */
  before(clause: Clause): Clause | undefined {
    return this.clauses.slice(0, this.clauses.indexOf(clause)).findLast(({ kind }) => kind !== 'furniture')
  }

  childrenOf({ id }: Clause): Clause[] {
    return this.clauses.filter(({ parent }) => parent === id)
  }

  /** A clause and all that stands under it. */
  familyOf(clause: Clause): Clause[] {
    return [clause, ...this.childrenOf(clause).flatMap((child) => this.familyOf(child))]
  }

  /** Puts a clause under another, with all that stands under it; their locators say where they stand. */
  place(clause: Clause, parent: Clause | undefined, step = clause.id.slice(clause.id.lastIndexOf('.') + 1)): void {
    const children = this.childrenOf(clause)
    clause.id = this.free(parent ? `${parent.id}.${step}` : step, clause)
    if (parent) clause.parent = parent.id
    else delete clause.parent
    for (const child of children) this.place(child, clause)
  }

  insertAfter(clause: Clause, added: Clause): void {
    this.clauses.splice(this.clauses.indexOf(clause) + 1, 0, added)
  }

  remove(clause: Clause): void {
    this.clauses.splice(this.clauses.indexOf(clause), 1)
  }

  /** Says anew what a clause adds to the path, from its number and title. */
  renameStep(clause: Clause): void {
    const { marker = '', heading } = clause
    const gap = heading && /^(?:[\d第]|附)/u.test(marker) ? ' ' : ''
    this.steps.set(clause, heading ? `${marker}${gap}${heading}` : marker.replace(/[.、．]$/u, ''))
  }

  /** The clauses with the ways to them as they are now. */
  finish(): Clause[] {
    const paths = new Map<string, string>()
    for (const clause of this.clauses) {
      const above = clause.parent === undefined ? undefined : paths.get(clause.parent)
      clause.path = [above, this.steps.get(clause)].filter(Boolean).join(separator)
      paths.set(clause.id, clause.path)
    }
    return this.clauses
  }

  private free(wanted: string, own: Clause): string {
    const taken = new Set(this.clauses.filter((clause) => clause !== own).map(({ id }) => id))
    let id = wanted
    for (let number = 2; taken.has(id); number++) id = `${wanted}~${number}`
    return id
  }
}

/** Whether a text opens with some words, whatever blanks stand in either. */
export const opensWith = (text: string, words: string): boolean => squeeze(text).startsWith(squeeze(words))

/** A clause's text without its number. */
export function bodyOf({ text, marker = '' }: Pick<Clause, 'text' | 'marker'>): string {
  return opensWith(text, marker) ? text.slice(afterSolid(text, squeeze(marker).length)).trim() : text
}

/** The place in a text after so many code units that are not white space. */
export function afterSolid(text: string, count: number): number {
  let left = count
  let at = 0
  while (left > 0 && at < text.length) if (!/\s/u.test(text[at++]!)) left--
  return at
}
