import type { HeldProgramme, ListedProgramme } from '../programme-desk/held-programme.ts'
import type { Made, ProgrammeDesk } from '../programme-desk/programme-desk.ts'
import type { DocumentFault } from '../../services/eligibility/document-shapes.ts'
import type { ProgrammesInUse } from '../../services/eligibility/programmes-in-use.ts'
import { findDesk, serveDesk } from './desk-socket.ts'

/** What `npm run programmes` asks of programmes, here or in a running assistant. */
export type ProgrammeCommands = {
  list(): Promise<ListedProgramme[]>
  /** The programmes as they are checked. */
  inUse(): Promise<ProgrammesInUse>
  /** The documents drafted from a notice; undefined where there is no such notice. */
  draft(notice: string): Promise<object[] | undefined>
  check(input: unknown): Promise<DocumentFault[]>
  /** Saves a document in place of whatever is there, and puts it in use. */
  publish(input: unknown): Promise<Made>
}

/** Who is noted for what the command does. */
const who = 'npm run programmes'
const addressFile = 'programmes-socket'

type Request = {
  [Name in keyof ProgrammeCommands]: [Name, ...Parameters<ProgrammeCommands[Name]>]
}[keyof ProgrammeCommands]

export const commandsOf = (desk: ProgrammeDesk): ProgrammeCommands => ({
  list: () => desk.list(),
  inUse: async () => desk.inUse(),
  async draft(id) {
    const notice = desk.notice(id)
    return notice && (await desk.draft(notice)).map(({ document }) => document)
  },
  check: async (input) => desk.faultsOf(input),
  async publish(input) {
    const faults = desk.faultsOf(input)
    if (faults.length > 0) return { kind: 'refused', faults }
    const { id } = input as { id: string }
    const before: HeldProgramme | undefined = await desk.find(id)
    const saved = await desk.save(who, id, before?.version ?? 0, input)
    return saved.kind === 'made' ? desk.publish(who, id, saved.programme.version) : saved
  },
})

/** Lets `npm run programmes` of the same user work on the programmes of this process. Returns what closes it. */
export function serveProgrammeDesk(dataDir: string, desk: ProgrammeDesk): Promise<() => Promise<void>> {
  const commands = commandsOf(desk)
  const explain = (error: unknown) => `助手出错：${(error as Error).message}`
  return serveDesk<Request>(dataDir, addressFile, (request) => serve(commands, request), explain)
}

function serve(commands: ProgrammeCommands, request: Request): Promise<unknown> {
  switch (request[0]) {
    case 'list':
      return commands.list()
    case 'inUse':
      return commands.inUse()
    case 'draft':
      return commands.draft(request[1])
    case 'check':
      return commands.check(request[1])
    case 'publish':
      return commands.publish(request[1])
  }
}

/** The programmes of the assistant that runs on a data directory; undefined where none answers. */
export async function findProgrammeDesk(dataDir: string): Promise<ProgrammeCommands | undefined> {
  const ask = await findDesk<Request>(dataDir, addressFile, (message) => new Error(message))
  return (
    ask && {
      list: () => ask(['list']),
      inUse: () => ask(['inUse']),
      draft: (notice) => ask(['draft', notice]),
      check: (input) => ask(['check', input]),
      publish: (input) => ask(['publish', input]),
    }
  )
}
