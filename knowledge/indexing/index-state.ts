import type { Database, IndexStateTable } from '../database/schema.ts'

/** Raised when terms or weights change, so that every index is made anew. */
export const indexVersion = 3

/** Clauses of a block: their postings of one term are read and written together. */
export const blockSize = 16_384

const empty: IndexStateTable = { version: indexVersion, edition: 0, passages: 0, terms: 0, next: 0 }

export const readIndexState = async (db: Database): Promise<IndexStateTable> =>
  (await db.selectFrom('index_state').selectAll().executeTakeFirst()) ?? { ...empty }

/** The state of an index that is about to be changed; one that another version has made is emptied first. */
export async function stateForChange(trx: Database): Promise<IndexStateTable> {
  const state = await readIndexState(trx)
  if (state.version === indexVersion) return state
  await trx.deleteFrom('posting').execute()
  await trx.deleteFrom('clause_block').execute()
  await trx.updateTable('clause').set({ number: null }).where('number', 'is not', null).execute()
  const emptied = { ...empty, edition: state.edition + 1 }
  await writeIndexState(trx, emptied)
  return emptied
}

export async function writeIndexState(trx: Database, state: IndexStateTable): Promise<void> {
  await trx.deleteFrom('index_state').execute()
  await trx.insertInto('index_state').values(state).execute()
}
