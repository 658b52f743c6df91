import { readMetadata } from '../../knowledge/importing/derive-metadata.ts'
import { ImportError } from '../../knowledge/importing/import-error.ts'
import type { AddedNotice, NoticeDesk } from '../../knowledge/importing/notice-desk.ts'
import {
  type ImportedNotice,
  readNoticeFile,
  type Relation,
  type Twin,
} from '../../knowledge/importing/prepare-notice.ts'
import type { Addition } from '../../knowledge/notice-store.ts'
import { noticeTexts } from '../../prompts/notice-texts.ts'
import { noticeDeskTexts as deskTexts } from '../../prompts/notice-desk-texts.ts'
import { type Ask, askMissing } from './ask-missing.ts'
import { describeImpact } from './describe-impact.ts'
import { type AddArguments, type Given, optionOf } from './notice-arguments.ts'

/** Where somebody reads what is said; `ask` asks them, and is left out where nobody can answer. */
export type Terminal = { say(line: string): void; complain(line: string): void; ask?: Ask }

const done: Record<Addition, string> = {
  added: '已添加',
  replaced: '已替换',
  restored: '已恢复',
  unchanged: '没有变化',
}

/**
 * Adds files one by one: what they don't tell is asked for, what would change is told, and whether to put them in use is asked.
 *
 * @returns Whether all were taken.
 */
export async function addNotices(
  desk: NoticeDesk,
  { files, given, yes }: AddArguments,
  terminal: Terminal,
): Promise<boolean> {
  let areAll = true
  for (const file of files) {
    try {
      const read = await complete(file, given, terminal)
      const agreed = terminal.ask && !yes ? await agreedOn(desk, read, { ...terminal, ask: terminal.ask }) : read
      if (agreed) await add(desk, agreed, terminal)
      else areAll = false
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      terminal.complain(`${file}：${error.message}`)
      areAll = false
    }
  }
  return areAll
}

async function add(desk: NoticeDesk, imported: ImportedNotice, { say }: Terminal): Promise<void> {
  const added = await desk.add(imported)
  say(report(done[added.addition], added))
  await sayConcerns(desk, added.metadata.id, say)
}

/** What was read and what it would change, told to somebody; what they agree to put in use, if they do. */
async function agreedOn(
  desk: NoticeDesk,
  read: ImportedNotice,
  { say, ask }: Required<Terminal>,
): Promise<ImportedNotice | undefined> {
  const refuse = () => void say(noticeTexts.notAdded)
  let imported = read
  let seen = await desk.preview(imported)
  say(report(noticeTexts.read, seen))
  if (seen.twin && !imported.relation) {
    const as = await askRelation(seen.twin, { say, ask })
    if (!as) return refuse()
    imported = { ...imported, relation: { as, of: seen.twin.id } }
    if (as !== 'correction') seen = await desk.preview(imported)
  }
  for (const line of describeImpact(seen.impact)) say(`  ${line}`)
  return /^(?:y|yes|是|好|确认)$/iu.test((await ask(noticeTexts.publish))?.trim() ?? '') ? imported : refuse()
}

const relations: Relation['as'][] = ['correction', 'replaces', 'amends', 'other']

/** What a notice is to the one in use whose number or title it carries; undefined where nobody says. */
async function askRelation(
  { title, by }: Twin,
  { say, ask }: Pick<Required<Terminal>, 'say' | 'ask'>,
): Promise<Relation['as'] | undefined> {
  say(`  ${deskTexts.twin(title, by)}`)
  for (const [at, as] of relations.entries()) say(`    ${at + 1}. ${deskTexts.relations[as]}`)
  const typed = await ask(noticeTexts.askRelation)
  return relations[Number(typed?.trim()) - 1]
}

/** A file with what is given of it, and what somebody at the terminal adds where its text doesn't tell. */
async function complete(file: string, given: Given, { say, complain, ask }: Terminal): Promise<ImportedNotice> {
  const read = await readNoticeFile(file)
  const imported = { ...read, given: { ...read.given, ...given } }
  if (!ask) return imported
  const { missing } = readMetadata(imported.source, file, imported.given, imported.hints)
  if (missing.length === 0) return imported
  say(`${file}：`)
  const told = await askMissing(missing, ask, complain)
  return { ...imported, given: { ...imported.given, ...told } }
}

/** What of the self-checks no longer holds since the notice is as it is now. */
export async function sayConcerns(desk: NoticeDesk, id: string, say: Terminal['say']): Promise<void> {
  for (const { notice, text } of await desk.concerns()) if (notice === id) say(`  注意：${text}`)
}

/** What was read of the notice, for people to check. */
function report(what: string, { metadata, clauses, readings }: Omit<AddedNotice, 'addition'>): string {
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
  return `${what} ${id}：${title}\n  ${facts.join('，')}${missing.length > 0 ? `\n${unread}` : ''}`
}
