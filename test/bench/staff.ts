import { sql } from 'kysely'
import { buildApp } from '../../bot/app.ts'
import { openAssistant } from '../../bot/assistant.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import { addAccount } from '../../services/staff/accounts.ts'
import { type Figure, timed } from './figure.ts'
import { inTemporaryDirectory } from './temporary-database.ts'

const questions = 100_000
const runs = 15
const today = '2026-11-21'
const account = { name: 'bench', password: 'as long as it has to be' }

/** Every page of the console and every list behind it, over a year of questions and over its last thirty days. */
const pages: [name: string, path: string][] = [
  ['first page, 30 days', '/staff'],
  ['first page, a year', '/staff?from=2025-11-22&to=2026-11-21'],
  ['unanswered, in groups', '/staff/questions'],
  ['disliked, in groups', '/staff/questions?queue=disliked'],
  ['unsure, in groups', '/staff/questions?queue=unsure'],
  ['all, in groups', '/staff/questions?queue=all'],
  ['all, one by one', '/staff/questions?queue=all&view=questions'],
  ['all, the 500th page', '/staff/questions?queue=all&view=questions&page=500'],
  ['frequent words', `/staff/questions?queue=all&view=questions&q=${encodeURIComponent('有效发明专利')}`],
  ['rare words', `/staff/questions?queue=all&view=questions&q=${encodeURIComponent('第54321问')}`],
  ['filtered', '/staff/questions?queue=all&channel=telegram&notice=medical-2025&from=2026-05-01&to=2026-08-01'],
  ['a question', '/staff/questions/turn-77777'],
  ['curated answers', '/staff/faqs'],
  ['switches', '/staff/switches'],
  ['audit log', '/staff/audit'],
  ['API: questions', '/api/staff/questions'],
  ['API: groups', '/api/staff/groups'],
  ['API: statistics', '/api/staff/statistics'],
]

/** Measures how long the pages of the console take, on the embedded database, until the whole page is there. */
export async function measureStaff(): Promise<Figure[]> {
  return inTemporaryDirectory(async (dataDir) => {
    const assistant = await openAssistant({ dataDir, databaseUrl: undefined, today: () => today })
    const app = buildApp(assistant.services, { log: false })
    try {
      await fill(assistant.db)
      await addAccount(assistant.db, account.name, account.password)
      const { headers } = await app.inject({ method: 'POST', url: '/staff/login', payload: account })
      const cookie = String(headers['set-cookie']).split(';')[0]!
      const figures: Figure[] = []
      for (const [name, url] of pages) {
        const load = async () => {
          const { statusCode, body } = await app.inject({ url, headers: { cookie, accept: 'text/html' } })
          if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body.slice(0, 200)}`)
        }
        await load()
        const milliseconds: number[] = []
        for (let run = 0; run < runs; run++) milliseconds.push(await timed(load))
        const median = milliseconds.toSorted((a, b) => a - b)[Math.floor(runs / 2)]!
        figures.push({ name: `console, ${questions} questions: ${name} p50`, value: median, unit: 'ms' })
      }
      return figures
    } finally {
      await app.close()
      await assistant.close()
    }
  })
}

/** A year of questions as the assistant logs them, a turn in three the first of its conversation. */
async function fill(db: Database): Promise<void> {
  await sql`insert into conversation (id, channel, state)
    select 'conversation-' || i, (array['web', 'web', 'telegram'])[1 + i % 3], '{"memory": {}}'
    from generate_series(0, ${Math.ceil(questions / 3)}::int) i`.execute(db)
  await sql`insert into turn (id, conversation, ordinal, text, status, duration_ms, created_at, log)
    select 'turn-' || i, 'conversation-' || i / 3, i % 3, '2025年运营中心第' || i || '问：要多少件有效发明专利才可以申报',
      (array['answered', 'listed', 'not-found', 'clarify', 'corrected', 'answered', 'deadline-passed'])[1 + i % 7],
      (i * 37) % 400, timestamptz '2026-11-21 20:00+08' - make_interval(mins => i * 5),
      '{"mode": "extractive", "used": [{"notice": "medical-2025", "clause": "1.2.1", "score": 1.9}], "rejected": [
        {"notice": "medical-2022", "clause": "2.2", "score": 1.4}, {"notice": "medical-2025", "clause": "1.2.2", "score": 1.1}]}'
    from generate_series(1, ${questions}::int) i`.execute(db)
  await sql`insert into reply (id, turn, ordinal, body)
    select 'reply-' || i, 'turn-' || i, 0, ${JSON.stringify({
      id: 'reply',
      kind: 'answer',
      text: '100 件以上。2025年通知要求：截至申报日，有效发明专利达到 100 件以上。'.repeat(4),
      citations: [],
      actions: [],
    })}::jsonb from generate_series(1, ${questions}::int) i`.execute(db)
  await sql`insert into question_group (scope, terms, sense, review)
    select 'medical-2025', array['有效发明专利'], '{}', (array['new', 'new', 'new', 'reviewed', 'dismissed'])[1 + i % 5]
    from generate_series(1, 5000) i`.execute(db)
  await sql`insert into question (turn, question_group, created_at, day, channel, status, duration_ms, notice, clause,
      programme, is_unsure, helpful, searched)
    select id, 1 + ((substr(id, 6)::int * 7919) % 5000), created_at, (created_at at time zone 'Asia/Shanghai')::date,
      (array['web', 'web', 'telegram'])[1 + (substr(id, 6)::int / 3) % 3], status, duration_ms,
      (array['medical-2025', 'medical-2022', 'university-2022'])[1 + substr(id, 6)::int % 3], '1.2.' || substr(id, 6)::int % 60,
      'medical-center-2025', substr(id, 6)::int % 11 = 0,
      case when substr(id, 6)::int % 20 = 0 then substr(id, 6)::int % 40 = 0 end, text from turn`.execute(db)
  await sql`insert into interview_record (conversation, programme, open_key, verdict, criteria, day, updated_at)
    select 'conversation-' || i, 'medical-center-2025', (array['validInventionPatents', 'hasEquityCase'])[1 + i % 2],
      case when i % 2 = 0 then 'ineligible' end,
      case when i % 2 = 0 then '[{"id": "inventory-rate", "title": "存量专利盘点率", "status": "unmet"},
        {"id": "applicant", "title": "申报对象", "status": "met"}]'::jsonb end,
      date '2026-11-21' - i % 365, now() - interval '2 hours' from generate_series(1, 10000) i`.execute(db)
  await sql`insert into audit (who, action, subject, after)
    select 'bench', 'question-reviewed', 'group:' || i, '{"review": "reviewed"}' from generate_series(1, 20000) i`.execute(
    db,
  )
  await sql`analyze`.execute(db)
}
