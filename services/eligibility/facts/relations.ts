import { type Answers, type Comparison, evaluate } from '../rule.ts'

/** Where `when` holds `needs` must hold too; with `andBack` the other way round as well. */
export type Relation = { id: string; when: Comparison; needs: Comparison; andBack?: boolean }

/** What follows from one fact for another by what they mean, in every programme that asks for both. */
export const relations: readonly Relation[] = [
  {
    id: 'complete-inventory-is-100-percent',
    when: { fact: 'inventoryCompleted', is: true },
    needs: { fact: 'inventoryRatePercent', atLeast: 100 },
    andBack: true,
  },
  {
    id: 'deals-have-institutions',
    when: { fact: 'transactionsReached', atLeast: 1 },
    needs: { fact: 'institutionsServed', atLeast: 1 },
  },
]

/** The first relation that answers break and that nobody has accepted. */
export function brokenRelation(answers: Answers, accepted: readonly string[] = []): Relation | undefined {
  return relations.find(({ id, when, needs, andBack }) => {
    const [one, other] = [evaluate(when, answers), evaluate(needs, answers)]
    const isBroken = (one === 'met' && other === 'unmet') || (andBack === true && one === 'unmet' && other === 'met')
    return isBroken && !accepted.includes(id)
  })
}
