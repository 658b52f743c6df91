import { ImportError } from '../../knowledge/importing/import-error.ts'
import type { NoticeDesk } from '../../knowledge/importing/notice-desk.ts'
import { findDesk, serveDesk } from './desk-socket.ts'

/** Where a running assistant says, within its data directory, at which socket its notices are managed. */
const addressFile = 'notices-socket'

type Request = { [Name in keyof NoticeDesk]: [Name, ...Parameters<NoticeDesk[Name]>] }[keyof NoticeDesk]

/** Lets `npm run notices` of the same user manage the notices of this process. Returns what closes it. */
export function serveNoticeDesk(dataDir: string, desk: NoticeDesk): Promise<() => Promise<void>> {
  const explain = (error: unknown) =>
    error instanceof ImportError ? error.message : `助手出错：${(error as Error).message}`
  return serveDesk<Request>(dataDir, addressFile, (request) => serve(desk, request), explain)
}

function serve(desk: NoticeDesk, request: Request): Promise<unknown> {
  switch (request[0]) {
    case 'list':
      return desk.list()
    case 'preview':
      return desk.preview(request[1])
    case 'add':
      return desk.add(request[1])
    case 'remove':
      return desk.remove(request[1])
    case 'concerns':
      return desk.concerns()
  }
}

/** The desk of the assistant that runs on a data directory; undefined where none answers. */
export async function findNoticeDesk(dataDir: string): Promise<NoticeDesk | undefined> {
  const ask = await findDesk<Request>(dataDir, addressFile, (message) => new ImportError(message))
  return (
    ask && {
      list: () => ask(['list']),
      preview: (imported) => ask(['preview', imported]),
      add: (imported) => ask(['add', imported]),
      remove: (id) => ask(['remove', id]),
      concerns: () => ask(['concerns']),
    }
  )
}
