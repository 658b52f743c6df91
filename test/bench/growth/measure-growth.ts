import type { Figure } from '../figure.ts'
import { measureClauses } from './measure-clauses.ts'
import { measureNotices } from './measure-notices.ts'
import { readStatutes } from './statutes.ts'

const notices = [5, 50, 200]
const clauses = [10_000, 100_000, 1_000_000]

/**
 * Measures how all grows: the assistant with more and more notices on the embedded database, and the index with more and more
 * clauses on the server in DATABASE_URL.
 *
 * @param folder Statutes in Markdown, which the notices are made of.
 */
export async function measureGrowth(folder: string, most = clauses.at(-1)!): Promise<Figure[]> {
  const statutes = readStatutes(folder)
  const figures = await measureNotices(statutes, notices)
  const { DATABASE_URL: server } = process.env
  if (server)
    return [
      ...figures,
      ...(await measureClauses(
        server,
        statutes,
        clauses.filter((size) => size <= most),
      )),
    ]
  process.stderr.write('Left out: clauses on a PostgreSQL, of which DATABASE_URL names none\n')
  return figures
}
