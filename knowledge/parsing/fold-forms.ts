import type { Clause } from './clause.ts'

const isField = (clause: Clause): boolean =>
  clause.kind === 'paragraph' && clause.text.length <= 30 && !/[。；！？]$/u.test(clause.text)
const annexId = /^a\d+(?:\.|$)/u

/**
 * Makes one clause of the fields of a form and one of the lines of a contact block: in an annex, where most
 * of what stands under one heading without a number is labels; elsewhere, the lines beside a contact.
 */
export function foldForms(clauses: Clause[]): Clause[] {
  const families = Map.groupBy(clauses, (clause) => clause.parent ?? '')
  const folded = new Map<Clause, Clause | undefined>()
  for (const [parent, children] of families) {
    const loose = children.filter((child) => child.kind === 'paragraph')
    const blocks = contactBlocks(children)
    for (const block of blocks)
      fold(
        block.find((child) => child.kind === 'contact')!,
        block,
        folded,
      )
    if (blocks.length > 0) continue
    if (annexId.test(parent) && loose.length >= 3 && loose.filter(isField).length >= loose.length * 0.6) {
      const [first] = loose
      if (first) fold(Object.assign(first, { kind: 'form' }), loose, folded)
    }
  }
  return clauses.filter((clause) => !folded.has(clause))
}

/** The runs of contacts and of the short lines beside them. */
function contactBlocks(children: Clause[]): Clause[][] {
  const runs: Clause[][] = [[]]
  for (const child of children) {
    if (child.kind === 'contact' || isField(child)) runs.at(-1)!.push(child)
    else runs.push([])
  }
  return runs.filter((run) => run.some((child) => child.kind === 'contact'))
}

function fold(into: Clause, parts: Clause[], folded: Map<Clause, Clause | undefined>): void {
  const ordered = [...new Set([into, ...parts])].sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
  into.text = ordered.map((part) => part.text).join('\n')
  into.quote = ordered.map((part) => part.quote).join('\n')
  into.spans = ordered.flatMap((part) => part.spans)
  for (const part of ordered) if (part !== into) folded.set(part, into)
}
