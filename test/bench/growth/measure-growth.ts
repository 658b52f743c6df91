import type { Figure } from '../figure.ts'
import { measureClauses } from './measure-clauses.ts'
import { measureNotices } from './measure-notices.ts'
import { measureProcesses } from './measure-processes.ts'
import { readStatutes } from './statutes.ts'

const notices = [5, 50, 200]
const clauses = [10_000, 100_000, 1_000_000]

/**
 * Measures how all grows: the assistant with more and more notices on the embedded database, several processes on the server in
 * DATABASE_URL, and the index on it with more and more clauses.
 *
 * @param folder Statutes in Markdown, which the notices are made of.
 */
export async function measureGrowth(folder: string, most = clauses.at(-1)!): Promise<Figure[]> {
  const statutes = readStatutes(folder)
  const figures = await measureNotices(statutes, notices)
  const { DATABASE_URL: server } = process.env
  if (!server) {
    process.stderr.write(
      'Left out, since DATABASE_URL names no PostgreSQL: several processes, and clauses by the million\n',
    )
    return figures
  }
  const sizes = clauses.filter((size) => size <= most)
  return [...figures, ...(await measureProcesses(server)), ...(await measureClauses(server, statutes, sizes))]
}
