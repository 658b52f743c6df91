import { keptFor } from '../../knowledge/kept.ts'
import type { Facts } from './document-facts.ts'

/** The facts of several programmes as one, in their order; where two tell of the same one, the first counts. */
export const factsOf = keptFor((programmes: readonly { facts: Facts }[]): Facts =>
  programmes.reduce<Facts>((known, { facts }) => ({ ...known, ...facts, ...known }), {}),
)
