import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ImportError } from '../../knowledge/importing/import-error.ts'
import type { NoticeDesk } from '../../knowledge/importing/notice-desk.ts'

/** Where a running assistant says, within its data directory, at which socket its notices are managed. */
const addressFile = 'notices-socket'

type Request = { [Name in keyof NoticeDesk]: [Name, ...Parameters<NoticeDesk[Name]>] }[keyof NoticeDesk]
type Response = { result: unknown } | { refusal: string }

/**
 * Lets `npm run notices` of the same user manage the notices of this process, which alone may open its embedded
 * database. One request a connection, JSON both ways.
 *
 * @returns Closes it.
 */
export async function serveNoticeDesk(dataDir: string, desk: NoticeDesk): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'zhixun-'))
  const socket = join(directory, 'notices.sock')
  const remove = () => rmSync(directory, { recursive: true, force: true })
  process.once('exit', remove)
  const server = createServer({ allowHalfOpen: true }, (connection) => void answer(connection, desk))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(socket, resolve))
  writeFileSync(join(dataDir, addressFile), socket, { mode: 0o600 })
  return async () => {
    await new Promise((resolve) => server.close(resolve))
    process.off('exit', remove)
    remove()
  }
}

async function answer(connection: Socket, desk: NoticeDesk): Promise<void> {
  connection.on('error', () => undefined)
  try {
    const request = JSON.parse(await text(connection)) as Request
    connection.end(JSON.stringify({ result: await serve(desk, request) } satisfies Response))
  } catch (error) {
    const refusal = error instanceof ImportError ? error.message : `助手出错：${(error as Error).message}`
    connection.end(JSON.stringify({ refusal } satisfies Response))
  }
}

function serve(desk: NoticeDesk, request: Request): Promise<unknown> {
  switch (request[0]) {
    case 'list':
      return desk.list()
    case 'add':
      return desk.add(request[1])
    case 'remove':
      return desk.remove(request[1])
  }
}

/** The desk of the assistant that runs on a data directory; undefined where none answers. */
export async function findNoticeDesk(dataDir: string): Promise<NoticeDesk | undefined> {
  const socket = readAddress(dataDir)
  if (socket === undefined || !(await answers(socket))) return undefined
  return {
    list: () => ask(socket, ['list']),
    add: (imported) => ask(socket, ['add', imported]),
    remove: (id) => ask(socket, ['remove', id]),
  }
}

function readAddress(dataDir: string): string | undefined {
  try {
    return readFileSync(join(dataDir, addressFile), 'utf8')
  } catch {
    return undefined
  }
}

async function answers(socket: string): Promise<boolean> {
  const connection = connect(socket)
  return new Promise<boolean>((resolve) => {
    connection.once('connect', () => resolve(true)).once('error', () => resolve(false))
  }).finally(() => connection.destroy())
}

async function ask<T>(socket: string, request: Request): Promise<T> {
  const connection = connect({ path: socket, allowHalfOpen: true })
  connection.end(JSON.stringify(request))
  const answered = await text(connection)
  if (answered === '') throw new Error('助手没有回答')
  const response = JSON.parse(answered) as { result: T } | { refusal: string }
  if ('refusal' in response) throw new ImportError(response.refusal)
  return response.result
}
