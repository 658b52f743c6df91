import { requireRoomForCopy } from '../../knowledge/database/backup/take-snapshot.ts'
import { BackupError, type BackupFault } from '../../knowledge/database/backup/backup-error.ts'
import { findDesk, serveDesk } from './desk-socket.ts'

/** Where a running assistant says, within its data directory, at which socket copies of its database are asked for. */
const addressFile = 'backup-socket'

type Request = { copyTo: string }
type Answer = { fault?: BackupFault }

/** Lets `npm run backup` of the same user have this process copy its embedded database. Returns what closes it. */
export function serveSnapshots(
  dataDir: string,
  copyTo: (directory: string) => Promise<void>,
): Promise<() => Promise<void>> {
  async function answer(request: Request): Promise<Answer> {
    try {
      await requireRoomForCopy(dataDir)
      await copyTo(request.copyTo)
      return {}
    } catch (error) {
      if (error instanceof BackupError) return { fault: error.fault }
      throw error
    }
  }
  return serveDesk<Request>(dataDir, addressFile, answer, (error) => `助手出错：${(error as Error).message}`)
}

/** Has the assistant that runs on a data directory copy its database; undefined where none answers. */
export async function findSnapshots(dataDir: string): Promise<((directory: string) => Promise<void>) | undefined> {
  const ask = await findDesk<Request>(dataDir, addressFile, (message) => new Error(message))
  if (!ask) return undefined
  return async (copyTo) => {
    const { fault } = await ask<Answer>({ copyTo })
    if (fault) throw new BackupError(fault)
  }
}
