import type { Clause } from '../../knowledge/parsing/clause.ts'

/** A clause with those under it; the records of a table stand under their table. */
export type ClauseNode = { clause: Clause; depth: number; children: ClauseNode[] }

/** The clauses of a notice as a forest, in the order of the text. */
export function clauseNodes(clauses: Clause[]): ClauseNode[] {
  const roots: ClauseNode[] = []
  const byId = new Map<string, ClauseNode>()
  const tables = new Map<string, ClauseNode>()
  for (const clause of clauses) {
    const parentId = clause.parent ?? ''
    const table = clause.kind === 'row' ? tables.get(parentId) : undefined
    const parent = table ?? byId.get(parentId)
    const node = { clause, depth: parent ? parent.depth + 1 : 0, children: [] }
    byId.set(clause.id, node)
    if (clause.kind === 'table') tables.set(parentId, node).set(clause.id, node)
    ;(parent?.children ?? roots).push(node)
  }
  return roots
}
