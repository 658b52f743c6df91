import { createInterface } from 'node:readline/promises'
import { readMetadata } from '../../knowledge/importing/derive-metadata.ts'
import { ImportError } from '../../knowledge/importing/import-error.ts'
import type { AddedNotice, NoticeDesk } from '../../knowledge/importing/notice-desk.ts'
import { type ImportedNotice, readNoticeFile } from '../../knowledge/importing/prepare-notice.ts'
import type { Addition } from '../../knowledge/notice-store.ts'
import { noticeTexts } from '../../prompts/notice-texts.ts'
import { askMissing } from './ask-missing.ts'
import { type AddArguments, type Given, optionOf } from './notice-arguments.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

const done: Record<Addition, string> = {
  added: '已添加',
  replaced: '已替换',
  restored: '已恢复',
  unchanged: '没有变化',
}

/** Adds files one by one, asking for what they don't tell. @returns Whether all were taken. */
export async function addNotices(desk: NoticeDesk, { files, given }: AddArguments): Promise<boolean> {
  let areAll = true
  for (const file of files) {
    try {
      const added = await desk.add(await complete(file, given))
      say(report(added))
      await sayConcerns(desk, added.metadata.id)
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      complain(`${file}：${error.message}`)
      areAll = false
    }
  }
  return areAll
}

/** A file with what is given of it, and what somebody at the terminal adds where its text doesn't tell. */
async function complete(file: string, given: Given): Promise<ImportedNotice> {
  const read = await readNoticeFile(file)
  const imported = { ...read, given: { ...read.given, ...given } }
  if (!process.stdin.isTTY) return imported
  const { missing } = readMetadata(imported.source, file, imported.given, imported.hints)
  if (missing.length === 0) return imported
  say(`${file}：`)
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const told = await askMissing(missing, (question) => terminal.question(question), complain)
    return { ...imported, given: { ...imported.given, ...told } }
  } finally {
    terminal.close()
  }
}

/** What of the self-checks no longer holds since the notice is as it is now. */
export async function sayConcerns(desk: NoticeDesk, id: string): Promise<void> {
  for (const { notice, text } of await desk.concerns()) if (notice === id) say(`  注意：${text}`)
}

/** What was read of the notice, for people to check. */
function report({ addition, metadata, clauses, readings }: AddedNotice): string {
  const { id, title, documentNumber, issuer, issued, year, effectiveFrom, effectiveUntil } = metadata
  const effect = noticeTexts.effect(effectiveFrom, effectiveUntil)
  const facts = [
    documentNumber ?? '无文号',
    issuer,
    issued ?? `${year}年`,
    ...(effect ? [effect] : []),
    `${clauses} 条`,
  ]
  const { missing } = readings
  const unread = noticeTexts.unread(
    missing.map(({ label }) => label),
    missing.map(({ field }) => optionOf(field)),
  )
  return `${done[addition]} ${id}：${title}\n  ${facts.join('，')}${missing.length > 0 ? `\n${unread}` : ''}`
}
