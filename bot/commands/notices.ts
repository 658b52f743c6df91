import { openDatabase } from '../../knowledge/database/connect.ts'
import { migrateToLatest } from '../../knowledge/database/migrate.ts'
import { ImportError } from '../../knowledge/importing/import-error.ts'
import { supportedTypes } from '../../knowledge/importing/import-file.ts'
import { type AddedNotice, openNoticeDesk, type NoticeDesk } from '../../knowledge/importing/notice-desk.ts'
import { readNoticeFile } from '../../knowledge/importing/prepare-notice.ts'
import { localEmbedder } from '../../knowledge/indexing/embedder.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import type { Addition, ListedNotice } from '../../knowledge/notice-store.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { type Config, readConfig, secretsIn } from '../config.ts'
import { exitCodeOf, explainFailure } from '../explain-failure.ts'
import { describeConcerns, programmesInUse } from '../../services/eligibility/programmes-in-use.ts'
import { findNoticeDesk } from './notice-desk-socket.ts'

const usage = `用法：npm run notices -- list              列出全部通知
      npm run notices -- add FILE…         添加通知（${supportedTypes}）
      npm run notices -- remove ID         移除一份通知`

/** `usage` is EX_USAGE of sysexits. */
const exitCodes = { done: 0, refused: 1, usage: 64 }

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

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

const done: Record<Addition, string> = {
  added: '已添加',
  replaced: '已替换',
  restored: '已恢复',
  unchanged: '没有变化',
}

async function add(desk: NoticeDesk, files: string[]): Promise<number> {
  let code = exitCodes.done
  for (const file of files) {
    try {
      const added = await desk.add(await readNoticeFile(file))
      say(report(added))
      await sayConcerns(desk, added.metadata.id)
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      complain(`${file}：${error.message}`)
      code = exitCodes.refused
    }
  }
  return code
}

/** What of the self-checks no longer holds since the notice is as it is now. */
async function sayConcerns(desk: NoticeDesk, id: string): Promise<void> {
  for (const { notice, text } of await desk.concerns()) if (notice === id) say(`  注意：${text}`)
}

/** What was read of the notice, for people to check. */
function report({ addition, metadata, clauses }: AddedNotice): string {
  const { id, title, documentNumber, issuer, issued, year } = metadata
  const facts = [documentNumber ?? '无文号', issuer, issued ?? `${year}年`, `${clauses} 条`]
  return `${done[addition]} ${id}：${title}\n  ${facts.join('，')}`
}

async function remove(desk: NoticeDesk, id: string): Promise<number> {
  if (await desk.remove(id)) {
    say(`已移除 ${id}`)
    await sayConcerns(desk, id)
    return exitCodes.done
  }
  const known = (await desk.list()).map((notice) => notice.id)
  complain(`没有通知 ${id}，有 ${known.join('、')}`)
  return exitCodes.refused
}

/** What the arguments ask for; undefined where they ask for nothing that is there. */
function readArguments([command, ...rest]: string[]): ((desk: NoticeDesk) => Promise<number>) | undefined {
  if (command === 'list' && rest.length === 0) return list
  if (command === 'add' && rest.length > 0) return (desk) => add(desk, rest)
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
    const bundled = loadNotices()
    const concernsOf = (notices: Notice[]) => describeConcerns(programmesInUse(notices, bundled))
    return await work(openNoticeDesk(db, localEmbedder, bundled, undefined, concernsOf))
  } finally {
    await close()
  }
}

async function main(): Promise<number> {
  const work = readArguments(process.argv.slice(2))
  if (!work) {
    complain(usage)
    return exitCodes.usage
  }
  try {
    return await withDesk(readConfig(process.env), work)
  } catch (error) {
    complain(explainFailure(error, secretsIn(process.env)))
    return exitCodeOf(error)
  }
}

process.exitCode = await main()
