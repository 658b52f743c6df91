import { openDatabase } from '../../../knowledge/database/connect.ts'
import { migrateToLatest } from '../../../knowledge/database/migrate.ts'
import type { Database } from '../../../knowledge/database/schema.ts'
import { whileAlone } from '../../../knowledge/indexing/index-notices.ts'
import { aboveOf, indexPassages, type Passage, removePassages } from '../../../knowledge/indexing/index-passages.ts'
import { searchClauses } from '../../../knowledge/searching/search-clauses.ts'
import { type Figure, timed } from '../figure.ts'
import { onServer } from '../temporary-database.ts'
import { fullScan, type Scanned } from './full-scan.ts'
import { everMore, questionsFrom, type Statute } from './statutes.ts'

/** Clauses that are put in the index in one transaction, about. */
const lotSize = 16_384
const searches = 200
/** Questions whose answers are held against those of a full scan. */
const compared = 60
const limit = 10

type Titled = Statute & { id: string }

const passagesOf = ({ title, paragraphs }: Titled): Passage[] =>
  paragraphs.map((text, at) => ({
    clause: { id: `${at}`, kind: 'paragraph', heading: '', path: `${at}`, text, quote: text, spans: [] },
    above: aboveOf(title, `${at}`),
  }))

async function addLot(db: Database, lot: readonly Titled[]): Promise<void> {
  const fixed = { issuer: '-', year: 2000, metadata: '{}', source: '', content_hash: '' }
  await whileAlone(db, async (trx) => {
    const rows = lot.map(({ id, title }) => ({ id, title, short_title: title, ...fixed }))
    await trx.insertInto('notice').values(rows).execute()
    await indexPassages(
      trx,
      lot.map((one) => ({ notice: one.id, passages: passagesOf(one) })),
    )
  })
}

/** Takes from `source` until there are so many clauses. @returns What was taken. */
async function grow(db: Database, source: Iterator<Titled>, clauses: number): Promise<Titled[]> {
  const taken: Titled[] = []
  for (let left = clauses; left > 0;) {
    const lot: Titled[] = []
    for (let size = 0; size < Math.min(lotSize, left); size += lot.at(-1)!.paragraphs.length)
      lot.push(source.next().value as Titled)
    await addLot(db, lot)
    left -= lot.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0)
    taken.push(...lot)
  }
  return taken
}

const countOf = (notices: readonly Titled[]): number =>
  notices.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0)

function* scannedOf(notices: readonly Titled[]): Generator<Scanned> {
  for (const { id, title, paragraphs } of notices)
    for (const [ordinal, text] of paragraphs.entries()) yield { notice: id, ordinal, title, path: `${ordinal}`, text }
}

/** What a search takes, by the clock and in this process; the first round warms up. */
async function measureSearches(db: Database, questions: readonly string[]): Promise<{ all: number[]; own: number }> {
  let all: number[] = []
  let before = process.cpuUsage()
  for (let round = 0; round < 2; round++) {
    all = []
    before = process.cpuUsage()
    for (const query of questions) all.push(await timed(() => searchClauses(db, { query, limit })))
  }
  const { user, system } = process.cpuUsage(before)
  return { all: all.sort((a, b) => a - b), own: (user + system) / 1000 / questions.length }
}

async function agreement(db: Database, notices: readonly Titled[], questions: readonly string[]): Promise<number> {
  const exact = fullScan(() => scannedOf(notices), questions, limit)
  let [same, all] = [0, 0]
  for (const [at, query] of questions.entries()) {
    const hits = await searchClauses(db, { query, limit })
    const found = new Set(hits.map(({ notice, clause }) => `${notice}#${clause}`))
    same += exact[at]!.filter((place) => found.has(place)).length
    all += exact[at]!.length
  }
  return same / all
}

async function reindexed(db: Database, notice: Titled): Promise<void> {
  await whileAlone(db, async (trx) => {
    await removePassages(trx, [notice.id])
    await indexPassages(trx, [{ notice: notice.id, passages: passagesOf(notice) }])
  })
}

/** Measures indexing and searching statutes in a database of their own on a server, at each of the sizes in turn. */
export const measureClauses = (server: string, statutes: Statute[], sizes: readonly number[]): Promise<Figure[]> =>
  onServer(server, async (url) => {
    const { db, close } = await openDatabase({ url, dataDir: '' })
    try {
      await migrateToLatest(db)
      return await measureSizes(db, statutes, sizes)
    } finally {
      await close()
    }
  })

async function measureSizes(db: Database, statutes: Statute[], sizes: readonly number[]): Promise<Figure[]> {
  const questions = questionsFrom(statutes, searches)
  const source = everMore(statutes)
  const notices: Titled[] = []
  const figures: Figure[] = []
  for (const size of sizes) {
    const before = countOf(notices)
    const began = process.cpuUsage()
    const milliseconds = await timed(async () => notices.push(...(await grow(db, source, size - before))))
    const { user, system } = process.cpuUsage(began)
    const clauses = countOf(notices)
    const { all, own } = await measureSearches(db, questions)
    const at = (share: number) => all[Math.floor(share * all.length)]!
    const rate = (spent: number) => ((clauses - before) * 1000) / spent
    const one = notices[0]!
    const measured = [
      { name: 'clauses indexed', value: rate(milliseconds), unit: '1/s' },
      { name: 'clauses indexed, by what this process computes', value: rate((user + system) / 1000), unit: '1/s' },
      { name: 'search p50', value: at(0.5), unit: 'ms' },
      { name: 'search p95', value: at(0.95), unit: 'ms' },
      { name: 'search, computed by this process', value: own, unit: 'ms' },
      { name: 'indexing one notice again', value: await timed(() => reindexed(db, one)), unit: 'ms' },
      {
        name: `share of the first ${limit} that a full scan finds too`,
        value: await agreement(db, notices, questions.slice(0, compared)),
        unit: '',
      },
    ]
    for (const figure of measured) {
      process.stderr.write(`  ${clauses} clauses, ${figure.name}: ${figure.value.toPrecision(4)} ${figure.unit}\n`)
      figures.push({ ...figure, name: `${clauses} clauses, ${figure.name}` })
    }
  }
  return figures
}
