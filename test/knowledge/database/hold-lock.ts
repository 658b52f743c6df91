import { sql } from 'kysely'
import { openDatabase } from '../../../knowledge/database/connect.ts'
import { forLongWork } from '../../../knowledge/database/long-work.ts'

/**
 * Run by a test: begins a transaction with the statement given, says `held`, and goes on after a line on its standard
 * input; it then says whether the transaction was `kept` or `lost`. `stream` stands for an answer that is never taken.
 */
const [url, statement = '', kind] = process.argv.slice(2)
const { db: usual } = await openDatabase({ url: url!, dataDir: 'unused' })
const db = kind === 'long' ? forLongWork(usual) : usual
const say = (word: string) => process.stdout.write(`${word}\n`)

const outcome = await db
  .transaction()
  .execute(async (trx) => {
    await sql.raw(statement).execute(trx)
    say('held')
    if (kind === 'stream') await sql`select repeat('x', 1000000) from generate_series(1, 400)`.execute(trx)
    else await new Promise((resolve) => process.stdin.once('data', resolve))
    await sql.raw(statement).execute(trx)
  })
  .then(
    () => 'kept',
    () => 'lost',
  )
say(outcome)
process.exit()
