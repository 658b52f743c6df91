import { type Kysely, type SchemaModule, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const now = sql`now()`

async function createQuestionTables(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('question_group')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('terms', sql`text[]`, (column) => column.notNull())
    .addColumn('sense', 'jsonb', (column) => column.notNull())
    .addColumn('review', 'text', (column) => column.notNull().defaultTo('new'))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('reviewer', 'text')
    .addColumn('reviewed_at', 'timestamptz')
    .execute()
  await schema
    .createTable('question')
    .addColumn('turn', 'text', (column) => column.primaryKey().references('turn.id').onDelete('cascade'))
    .addColumn('question_group', 'integer', (column) => column.notNull().references('question_group.id'))
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('day', 'date', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('duration_ms', 'integer', (column) => column.notNull())
    .addColumn('notice', 'text')
    .addColumn('clause', 'text')
    .addColumn('programme', 'text')
    .addColumn('is_unsure', 'boolean', (column) => column.notNull())
    .addColumn('helpful', 'boolean')
    .addColumn('searched', 'text', (column) => column.notNull())
    .execute()
}

async function createQuestionIndexes(schema: SchemaModule): Promise<void> {
  await schema.createIndex('question_group_terms').on('question_group').using('gin').column('terms').execute()
  await schema.createIndex('question_group_scope').on('question_group').column('scope').execute()
  await schema.createIndex('question_created_at').on('question').columns(['created_at', 'turn']).execute()
  await schema.createIndex('question_day').on('question').column('day').execute()
  await schema.createIndex('question_of_group').on('question').columns(['question_group', 'created_at']).execute()
  await schema.createIndex('turn_created_at').on('turn').column('created_at').execute()
}

async function createInterviewTable(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('interview_record')
    .addColumn('conversation', 'text', (column) => column.notNull().references('conversation.id').onDelete('cascade'))
    .addColumn('programme', 'text', (column) => column.notNull())
    .addColumn('open_key', 'text')
    .addColumn('verdict', 'text')
    .addColumn('criteria', 'jsonb')
    .addColumn('is_cancelled', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('day', 'date', (column) => column.notNull())
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addPrimaryKeyConstraint('interview_record_pkey', ['conversation', 'programme'])
    .execute()
}

async function createFaqTable(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('faq')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('wordings', 'jsonb', (column) => column.notNull())
    .addColumn('clauses', 'jsonb', (column) => column.notNull())
    .addColumn('question_group', 'integer', (column) => column.references('question_group.id').onDelete('set null'))
    .addColumn('reviewed_on', 'date', (column) => column.notNull())
    .addColumn('reviewer', 'text', (column) => column.notNull())
    .addColumn('returned_because', 'text')
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .execute()
  await schema.createIndex('faq_state').on('faq').column('state').execute()
}

async function createAccountTables(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('staff_account')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('password', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('is_disabled', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .execute()
  await schema
    .createTable('staff_session')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('account', 'text', (column) => column.notNull().references('staff_account.name').onDelete('cascade'))
    .addColumn('begun_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('seen_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .execute()
  await schema
    .createTable('login_failure')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('name_hash', 'text', (column) => column.notNull())
    .addColumn('address_hash', 'text', (column) => column.notNull())
    .addColumn('failed_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .execute()
  await schema.createIndex('login_failure_failed_at').on('login_failure').column('failed_at').execute()
}

async function createAuditAndSwitches(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('audit')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('before', 'jsonb')
    .addColumn('after', 'jsonb')
    .execute()
  await schema.createIndex('audit_subject').on('audit').columns(['subject', 'id']).execute()
  await schema
    .createTable('switch')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('reason', 'text', (column) => column.notNull())
    .execute()
}

/** A turn logged before the console: its group is what has its very words, and nothing more is known of it. */
async function takeUpEarlierTurns(db: Kysely<unknown>): Promise<void> {
  const isQuestion = sql`t.status in ('answered', 'listed', 'compared', 'corrected', 'deadline-passed', 'roster',
    'not-in-roster', 'not-found', 'clarify', 'small-talk')`
  await sql`
    insert into question_group (scope, terms, sense)
    select distinct 'earlier', array[lower(t.text)], '{}'::jsonb from turn t where ${isQuestion}`.execute(db)
  await sql`
    insert into question (turn, question_group, created_at, day, channel, status, duration_ms, notice, clause,
      is_unsure, helpful, searched)
    select t.id, g.id, t.created_at, t.created_at::date, c.channel, t.status, t.duration_ms,
      t.log #>> '{used,0,notice}', t.log #>> '{used,0,clause}', false,
      (select f.helpful from reply r join feedback f on f.reply = r.id where r.turn = t.id limit 1), lower(t.text)
    from turn t
    join conversation c on c.id = t.conversation
    join question_group g on g.terms = array[lower(t.text)]
    where ${isQuestion}`.execute(db)
}

/** The staff console: questions as they are reviewed, curated answers, accounts and sessions, the audit log, switches. */
export const staff: Migration = {
  async up(db) {
    await createQuestionTables(db.schema)
    await createQuestionIndexes(db.schema)
    await createInterviewTable(db.schema)
    await createFaqTable(db.schema)
    await createAccountTables(db.schema)
    await createAuditAndSwitches(db.schema)
    await takeUpEarlierTurns(db)
  },
}
