import type { Database } from '../database/schema.ts'
import type { Clause } from '../parsing/clause.ts'
import { stateForChange, writeIndexState } from './index-state.ts'
import { removePostings } from './remove-postings.ts'
import { countTerms, lexicalTerms, termKey } from './terms.ts'
import { openPostingWriter } from './write-postings.ts'

/** What is indexed: a clause and the words that stand above it (notice, path), searched together with its text. */
export type Passage = { clause: Clause; above: string }

const batchSize = 200
const unsearched = new Set(['furniture', 'front'])

/** The text of a passage as search sees it. */
export const searchedText = (passage: { clause: Pick<Clause, 'text'>; above: string }): string =>
  `${passage.above}\n${passage.clause.text}`

/** What stands above a clause of a notice. */
export const aboveOf = (shortTitle: string, path: string): string => `${shortTitle} ${path}`

/** Whether a clause is found by search at all. */
export const isSearched = ({ kind }: Pick<Clause, 'kind'>): boolean => !unsearched.has(kind)

/**
 * Puts the passages of notices in the index and in its statistics; none of theirs may be in it.
 *
 * @param trx A transaction, alone with the index: searchers see it as it was before, or with all of them.
 */
export async function indexPassages(
  trx: Database,
  given: readonly { notice: string; passages: readonly Passage[] }[],
): Promise<void> {
  const state = await stateForChange(trx)
  state.edition += 1
  const writer = openPostingWriter(trx, state.edition)
  for (const { notice, passages } of given)
    for (let from = 0; from < passages.length; from += batchSize) {
      // In parts, for the server ends a transaction that stands still for seconds.
      const rows = []
      for (const [at, passage] of passages.slice(from, from + batchSize).entries()) {
        const { clause } = passage
        const terms = isSearched(clause) ? lexicalTerms(searchedText(passage)) : undefined
        const number = terms ? state.next++ : null
        rows.push({ ...row(notice, clause, from + at), length: terms?.length ?? 0, number })
        if (!terms || number === null) continue
        state.passages += 1
        state.terms += terms.length
        await writer.add(number, terms.length, countTerms(terms))
      }
      await trx.insertInto('clause').values(rows).execute()
    }
  await writer.end()
  await writeIndexState(trx, state)
}

const row = (notice: string, clause: Clause, ordinal: number) => ({
  notice,
  id: clause.id,
  ordinal,
  parent: clause.parent ?? null,
  kind: clause.kind,
  marker: clause.marker ?? null,
  heading: clause.heading,
  path: clause.path,
  text: clause.text,
  quote: clause.quote,
  spans: JSON.stringify(clause.spans),
  cells: clause.cells ? JSON.stringify(clause.cells) : null,
})

/** Takes notices' passages out of the index and out of its statistics, while the notices still stand as they were indexed. */
export async function removePassages(trx: Database, notices: readonly string[]): Promise<void> {
  if (notices.length === 0) return
  const state = await stateForChange(trx)
  const found = await trx
    .selectFrom('clause')
    .innerJoin('notice', 'notice.id', 'clause.notice')
    .select(['clause.path', 'clause.text', 'clause.number', 'clause.length', 'notice.short_title'])
    .where('clause.notice', 'in', notices)
    .where('clause.number', 'is not', null)
    .execute()
  const lost = found.map(({ number, short_title, path, text }) => ({
    number: number!,
    terms: new Set(lexicalTerms(searchedText({ clause: { text }, above: aboveOf(short_title, path) })).map(termKey)),
  }))
  await removePostings(trx, lost)
  await trx.deleteFrom('clause').where('notice', 'in', notices).execute()
  state.passages -= found.length
  state.terms -= found.reduce((sum, { length }) => sum + length, 0)
  state.edition += 1
  await writeIndexState(trx, state)
}
