import { type Kysely, sql } from 'kysely'
import type { Database, Schema } from '../database/schema.ts'
import { storableJson } from '../language/characters.ts'
import type { Notice } from '../parsing/notice.ts'
import { parseStatements } from '../statements/parse-statements.ts'
import { type Statement, statementsVersion } from '../statements/statement.ts'
import { wordStatement } from '../statements/word-statement.ts'

const batchSize = 200

/** Approvals go with the words that were approved: a statement that is worded otherwise waits for a new one. */
async function approvals(trx: Kysely<Schema>, notice: string): Promise<Map<string, Date>> {
  const rows = await trx
    .selectFrom('statement')
    .select(['body', 'approved_at'])
    .where('notice', '=', notice)
    .where('approved_at', 'is not', null)
    .execute()
  return new Map(rows.map(({ body, approved_at }) => [approvedAs(body), approved_at!]))
}

const approvedAs = (statement: Statement): string => `${statement.clause} ${wordStatement(statement, 'zh')}`

/**
 * Replaces what is stored of a notice's statements.
 *
 * @param trx A transaction in which the notice's row is there.
 * @param statements Where they have been read already.
 */
export async function storeStatements(
  trx: Kysely<Schema>,
  notice: Notice,
  statements: Statement[] = parseStatements(notice),
): Promise<void> {
  const approved = await approvals(trx, notice.id)
  await trx.deleteFrom('statement').where('notice', '=', notice.id).execute()
  for (let from = 0; from < statements.length; from += batchSize) {
    const rows = statements.slice(from, from + batchSize).map((statement, at) => ({
      notice: notice.id,
      id: statement.id,
      ordinal: from + at,
      clause: statement.clause,
      parser_version: statementsVersion,
      body: JSON.stringify(storableJson(statement)),
      approved_at: approved.get(approvedAs(statement)) ?? null,
    }))
    await trx.insertInto('statement').values(rows).execute()
  }
  await trx.updateTable('notice').set({ statements_version: statementsVersion }).where('id', '=', notice.id).execute()
}

/** Reads again the notices whose statements another version of the parser has made. @returns Their ids. */
export async function renewStatements(trx: Kysely<Schema>, notices: Notice[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('notice')
    .select('id')
    .where(sql<boolean>`statements_version is distinct from ${statementsVersion}`)
    .execute()
  const outdated = new Set(rows.map(({ id }) => id))
  const renewed = notices.filter(({ id }) => outdated.has(id))
  for (const notice of renewed) await storeStatements(trx, notice)
  return renewed.map(({ id }) => id)
}

/**
 * The statements whose wordings may be said: sure ones, of bundled notices all, of added ones those that a person has
 * approved. In the order of notices' ids and of the text.
 */
export async function saidStatements(db: Database): Promise<Statement[]> {
  const rows = await db
    .selectFrom('statement')
    .innerJoin('notice', 'notice.id', 'statement.notice')
    .select('body')
    .where((row) => row.or([row('notice.added', '=', false), row('statement.approved_at', 'is not', null)]))
    .orderBy('statement.notice')
    .orderBy('ordinal')
    .execute()
  return rows.map(({ body }) => body).filter(({ sure }) => sure)
}

/** The sure statements of added notices whose wordings a person has approved, in the same order. */
export async function approvedStatements(db: Database): Promise<Statement[]> {
  const rows = await db
    .selectFrom('statement')
    .innerJoin('notice', 'notice.id', 'statement.notice')
    .select('body')
    .where('notice.added', '=', true)
    .where('statement.approved_at', 'is not', null)
    .orderBy('statement.notice')
    .orderBy('ordinal')
    .execute()
  return rows.map(({ body }) => body).filter(({ sure }) => sure)
}

/** Tells one state of what is approved from another. */
export async function approvalsVersion(db: Database): Promise<string> {
  const { version } = await db
    .selectFrom('statement')
    .select(sql<string>`concat_ws(' ', count(*), max(approved_at)::text)`.as('version'))
    .where('approved_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return version
}

/** A sure statement of a notice and whether its wording may be said. */
export type ListedStatement = { statement: Statement; isApproved: boolean }

export async function listStatements(db: Database, notice: string): Promise<ListedStatement[]> {
  const rows = await db
    .selectFrom('statement')
    .select(['body', 'approved_at'])
    .where('notice', '=', notice)
    .orderBy('ordinal')
    .execute()
  return rows
    .map(({ body, approved_at }) => ({ statement: body, isApproved: approved_at !== null }))
    .filter(({ statement }) => statement.sure)
}

/** Takes a person's yes back. @returns How many wordings are said no more. */
export async function withdrawApprovals(db: Database, notice: string, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0
  const { numUpdatedRows } = await db
    .updateTable('statement')
    .set({ approved_at: null })
    .where('notice', '=', notice)
    .where('id', 'in', ids)
    .where('approved_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Keeps a person's yes to the wordings of a notice. @returns How many of them may now be said. */
export async function approveStatements(db: Database, notice: string, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0
  const { numUpdatedRows } = await db
    .updateTable('statement')
    .set({ approved_at: new Date() })
    .where('notice', '=', notice)
    .where('id', 'in', ids)
    .where(sql<boolean>`(body->>'sure')::boolean`)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
