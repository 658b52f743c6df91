import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../knowledge/database/connect.ts'
import { databaseName } from '../../knowledge/database/embedded-database.ts'
import { newestFirst } from '../../knowledge/load-notices.ts'
import { readInUse } from '../../knowledge/notice-store.ts'
import { programmeCommandTexts as words } from '../../prompts/programme-command-texts.ts'
import { type ProgrammesInUse, programmesInUse } from '../../services/eligibility/programmes-in-use.ts'
import { readPublished } from '../../services/staff/programmes/in-use.ts'
import type { Config } from '../config.ts'
import { type Shipped, shipped } from '../knowledge-in-use.ts'
import { findProgrammeDesk } from './programme-desk-socket.ts'

const shippedAlone = ({ notices, programmes }: Shipped): ProgrammesInUse =>
  programmesInUse(notices, notices, programmes)

/** What the database has in use; nothing is changed there. Undefined where it was never made ready. */
async function inDatabase({ databaseUrl: url, dataDir }: Config, given: Shipped): Promise<ProgrammesInUse | undefined> {
  const { db, close } = await openDatabase({ dataDir, ...(url !== undefined && { url }) })
  try {
    const notices = (await readInUse(db, given.notices)).toSorted(newestFirst)
    return programmesInUse(notices, given.notices, given.programmes, await readPublished(db))
  } catch (error) {
    if ((error as { code?: string }).code === '42P01') return undefined
    throw error
  } finally {
    await close()
  }
}

/**
 * The programmes in use, from a running assistant or the database; those that ship where there is none, or it can't be asked.
 *
 * @param complain Is told why what ships is taken.
 */
export async function programmesToCheck(config: Config, complain: (line: string) => void): Promise<ProgrammesInUse> {
  const given = shipped()
  const { databaseUrl: url, dataDir } = config
  const running = url === undefined ? await findProgrammeDesk(dataDir) : undefined
  if (running) return running.inUse()
  if (url === undefined && !existsSync(join(dataDir, databaseName))) return shippedAlone(given)
  try {
    return (await inDatabase(config, given)) ?? shippedAlone(given)
  } catch (error) {
    complain(words.shippedAlone((error as Error).message))
    return shippedAlone(given)
  }
}
