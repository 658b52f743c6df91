import { sql } from 'kysely'
import { openDatabase } from '../../../knowledge/database/connect.ts'

/** A process that writes numbers into a directory's database without end, and prints each when it is acknowledged. */
const { db } = await openDatabase({ dataDir: process.argv[2]! })
await sql`create table written (number integer primary key)`.execute(db)
for (let number = 1; ; number++) {
  await sql`insert into written values (${number})`.execute(db)
  if (number % 50 === 0) await sql`checkpoint`.execute(db)
  process.stdout.write(`${number}\n`)
}
