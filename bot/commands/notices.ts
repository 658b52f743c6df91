import { openDatabase } from '../../knowledge/database/connect.ts'
import { migrateToLatest } from '../../knowledge/database/migrate.ts'
import { ImportError } from '../../knowledge/importing/import-error.ts'
import { supportedTypes } from '../../knowledge/importing/import-file.ts'
import { openNoticeDesk, type NoticeDesk } from '../../knowledge/importing/notice-desk.ts'
import type { ListedNotice } from '../../knowledge/notice-store.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { type Config, readConfig, secretsIn } from '../config.ts'
import { exitCodeOf, explainFailure } from '../explain-failure.ts'
import { shipped } from '../knowledge-in-use.ts'
import { measureImpact } from '../notice-desk/measure-impact.ts'
import { today } from '../today.ts'
import { describeConcerns, programmesInUse } from '../../services/eligibility/programmes-in-use.ts'
import { readPublished } from '../../services/staff/programmes/in-use.ts'
import { describeDrafts, keepUp } from '../../services/staff/programmes/keep-up.ts'
import { listWritten } from '../../services/staff/programmes/programme-store.ts'
import { noticeTexts } from '../../prompts/notice-texts.ts'
import { addNotices, sayConcerns } from './add-notices.ts'
import { openTerminal } from './terminal-ask.ts'
import { readAddArguments } from './notice-arguments.ts'
import { findNoticeDesk } from './notice-desk-socket.ts'

const usage = noticeTexts.usage(supportedTypes)

/** `usage` is EX_USAGE of sysexits. */
const exitCodes = { done: 0, refused: 1, usage: 64 }

const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => void process.stderr.write(`${line}\n`)

async function list(desk: NoticeDesk): Promise<number> {
  for (const line of table((await desk.list()).map(cellsOf))) say(line)
  return exitCodes.done
}

const cellsOf = (notice: ListedNotice): string[] => [
  notice.id,
  notice.documentNumber ?? '无文号',
  notice.issued ?? `${notice.year}年`,
  notice.title,
  `${notice.clauses} 条`,
  notice.added ? '添加' : '内置',
]

/** Columns a text takes in a terminal. */
const width = (text: string): number => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)

function table(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => width(row[column]!)))) ?? []
  const pad = (cell: string, column: number) => cell + ' '.repeat(widths[column]! - width(cell))
  return rows.map((row) => row.map(pad).join('  ').trimEnd())
}

async function remove(desk: NoticeDesk, id: string): Promise<number> {
  if (await desk.remove(id)) {
    say(`已移除 ${id}`)
    await sayConcerns(desk, id, say)
    return exitCodes.done
  }
  const known = (await desk.list()).map((notice) => notice.id)
  complain(`没有通知 ${id}，有 ${known.join('、')}`)
  return exitCodes.refused
}

/** What the arguments ask for; undefined where they ask for nothing that is there. */
function readArguments([command, ...rest]: string[]): ((desk: NoticeDesk) => Promise<number>) | undefined {
  if (command === 'list' && rest.length === 0) return list
  const ask = openTerminal()
  const terminal = { say, complain, ...(ask && { ask }) }
  const added = command === 'add' ? readAddArguments(rest) : undefined
  if (added) return async (desk) => ((await addNotices(desk, added, terminal)) ? exitCodes.done : exitCodes.refused)
  if (command === 'remove' && rest.length === 1) return (desk) => remove(desk, rest[0]!)
  return undefined
}

/** Works on the database or, where a running assistant has the embedded one, through that. */
async function withDesk(config: Config, work: (desk: NoticeDesk) => Promise<number>): Promise<number> {
  const { databaseUrl: url, dataDir } = config
  const running = url === undefined ? await findNoticeDesk(dataDir) : undefined
  if (running) return work(running)
  const { db, close } = await openDatabase({ dataDir, ...(url !== undefined && { url }) })
  try {
    await migrateToLatest(db)
    const given = shipped()
    const bundled = given.notices
    const inUse = async (notices: Notice[]) =>
      programmesInUse(notices, bundled, given.programmes, await readPublished(db))
    const concernsOf = async (notices: Notice[]) => [
      ...describeConcerns(await inUse(notices)),
      ...describeDrafts(await listWritten(db), notices),
    ]
    const draft = async (notices: Notice[]) => {
      const { programmes } = await inUse(notices)
      await keepUp(db, { notices, bundled, shipped: given.programmes, programmes })
    }
    const measure = (inUse: Notice[], notice: Notice) =>
      measureImpact({ db, inUse, shipped: given, today: today(config.timeZone) }, notice)
    return await work(openNoticeDesk(db, bundled, draft, concernsOf, measure))
  } finally {
    await close()
  }
}

async function main(): Promise<number> {
  try {
    const work = readArguments(process.argv.slice(2))
    if (!work) {
      complain(usage)
      return exitCodes.usage
    }
    return await withDesk(readConfig(process.env), work)
  } catch (error) {
    if (error instanceof ImportError) complain(error.message)
    else complain(explainFailure(error, secretsIn(process.env)))
    return error instanceof ImportError ? exitCodes.usage : exitCodeOf(error)
  }
}

process.exitCode = await main()
