import { createHash } from 'node:crypto'
import { setImmediate as breath } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import type { Faq } from '../../services/faq/faq.ts'
import { listFaqs } from '../../services/faq/faq-store.ts'
import { keepWordings, lastCheck, type Said, type WordingState } from '../../services/faq/wording-store.ts'
import type { Known } from '../known.ts'
import { saidTo } from '../said-to.ts'
import { version } from '../version.ts'

/**
 * Asks every published wording again where something has changed that answers rest on: the version, the notices, the programmes,
 * the answers by staff, the day. What is said otherwise stands in the weekly report.
 */
export async function checkWordings(db: Database, known: Known, today: string): Promise<void> {
  const faqs = await listFaqs(db, ['published'])
  const state = stateOf(known, faqs, today)
  const last = await lastCheck(db)
  if (isDeepStrictEqual(last?.state, state)) return
  const all: Said[] = []
  for (const { id, wordings } of faqs)
    for (const wording of wordings) {
      // Nobody who waits for an answer is held up by it.
      await breath()
      all.push({ faq: id, wording, said: await saidTo(known, faqs, wording, today) })
    }
  await keepWordings(db, last?.state, state, all)
}

/** In which state all is that answers rest on: as it is known here, since that is what they are asked of. */
function stateOf({ catalogue, programmes }: Known, faqs: readonly Faq[], day: string): WordingState {
  const rules = programmes.map(({ id, rulesVersion }) => `${id}.${rulesVersion}`)
  return {
    version,
    notices: noticesHash(catalogue),
    programmes: hashOf(rules.toSorted().join(' ')),
    answers: hashOf(faqs.map(idOf).toSorted().join(' ')),
    day,
  }
}

const hashes = new WeakMap<Catalogue, string>()

/** Tells one set of notices from another, worked out once for each. */
function noticesHash(catalogue: Catalogue): string {
  const hash =
    hashes.get(catalogue) ?? hashOf(JSON.stringify(catalogue.notices.map(({ clauses: _, ...notice }) => notice)))
  hashes.set(catalogue, hash)
  return hash
}

const idOf = ({ id, version: own }: Faq): string => `${id}.${own}`

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')
