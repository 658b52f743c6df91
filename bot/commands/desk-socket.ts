import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

type Response = { result: unknown } | { refusal: string }

/**
 * Lets commands of the same user ask something of this process, which alone may open its embedded database. One request a
 * connection, JSON both ways.
 *
 * @param name Of the file within the data directory that says at which socket.
 * @param explain What is told of an error that `answer` throws.
 * @returns Closes it.
 */
export async function serveDesk<Request>(
  dataDir: string,
  name: string,
  answer: (request: Request) => Promise<unknown>,
  explain: (error: unknown) => string,
): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'zhixun-'))
  const socket = join(directory, `${name}.sock`)
  const remove = () => rmSync(directory, { recursive: true, force: true })
  process.once('exit', remove)

  async function take(connection: Socket): Promise<void> {
    connection.on('error', () => undefined)
    const response = await text(connection)
      .then(async (request): Promise<Response> => ({ result: await answer(JSON.parse(request) as Request) }))
      .catch((error: unknown): Response => ({ refusal: explain(error) }))
    connection.end(JSON.stringify(response))
  }

  const server = createServer({ allowHalfOpen: true }, (connection) => void take(connection))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(socket, resolve))
  writeFileSync(join(dataDir, name), socket, { mode: 0o600 })
  return async () => {
    await new Promise((resolve) => server.close(resolve))
    process.off('exit', remove)
    remove()
  }
}

/**
 * Where the assistant that runs on a data directory takes requests; undefined where none answers.
 *
 * @param refused Makes the error of what it refuses.
 */
export async function findDesk<Request>(
  dataDir: string,
  name: string,
  refused: (message: string) => Error,
): Promise<(<Result>(request: Request) => Promise<Result>) | undefined> {
  const socket = readAddress(join(dataDir, name))
  if (socket === undefined || !(await answers(socket))) return undefined
  return async <Result>(request: Request) => {
    const connection = connect({ path: socket, allowHalfOpen: true })
    connection.end(JSON.stringify(request))
    const answered = await text(connection)
    if (answered === '') throw new Error('助手没有回答')
    const response = JSON.parse(answered) as Response
    if ('refusal' in response) throw refused(response.refusal)
    return response.result as Result
  }
}

function readAddress(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
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
