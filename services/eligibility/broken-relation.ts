import type { Comparison } from './document-conditions.ts'
import type { Relation } from './document.ts'
import { type Answers, comparisonsOf, evaluate } from './rule.ts'

/** A relation with the two comparisons by which its answers are named to people. */
export type SettledRelation = { id: string; when: Comparison; needs: Comparison }

/** The first relation between facts that answers break and that nobody has accepted. */
export function brokenRelation(
  relations: readonly Relation[],
  answers: Answers,
  accepted: readonly string[] = [],
): SettledRelation | undefined {
  const broken = relations.find(({ id, when, needs, andBack }) => {
    const [one, other] = [evaluate(when, answers), evaluate(needs, answers)]
    const isBroken = (one === 'met' && other === 'unmet') || (andBack === true && one === 'unmet' && other === 'met')
    return isBroken && !accepted.includes(id)
  })
  const [when, needs] = broken ? [comparisonsOf(broken.when)[0], comparisonsOf(broken.needs)[0]] : []
  return broken && when && needs ? { id: broken.id, when, needs } : undefined
}
