import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import { holdWindow } from '../eligibility/window.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import type { InterviewKnowledge } from '../interview/message.ts'
import type { Reply } from '../reply.ts'
import { dayCome } from './due-days.ts'
import { windowNews } from './reminder-replies.ts'

/** What is due of a window: under its name it is told once to each who asked before its day, YYYY-MM-DD. */
type Due = { event: string; day: string; isOpening: boolean }

/** Nothing of a closed window, and nothing before it opens. */
function dueOf({ window }: ResolvedProgramme, today: string): Due[] {
  const { opens, closes } = window
  if (holdWindow(window, today).status !== 'open') return []
  const come = dayCome(closes, today)
  return [
    ...(opens === undefined ? [] : [{ event: `opens ${opens}`, day: opens, isOpening: true }]),
    ...(come ? [{ event: `closes ${closes} ${come.before}`, day: come.day, isOpening: false }] : []),
  ]
}

/** Writes down the reminders of windows that are due today, each once, whichever processes are at it. */
export async function remindOfWindows(
  db: Database,
  { programmes, catalogue }: InterviewKnowledge,
  today: string,
): Promise<void> {
  for (const programme of programmes)
    for (const due of dueOf(programme, today)) {
      const [zh, en] = (['zh', 'en'] as const).map((language) =>
        windowNews(programme, catalogue, today, language, due.isOpening),
      )
      await writeDue(db, programme.id, due, zh!, en!)
    }
}

async function writeDue(db: Database, programme: string, { event, day }: Due, zh: Reply, en: Reply): Promise<void> {
  await sql`
    insert into delivery (subscription, conversation, event, reply, due_at)
    select s.id, s.conversation, ${event},
      case when s.language = 'en' then ${JSON.stringify(en)}::jsonb else ${JSON.stringify(zh)}::jsonb end,
      clock_timestamp()
    from subscription s
    where s.what = 'deadline' and s.subject = ${programme} and s.ended_at is null and s.agreed_on < ${day}::date
      and not exists (select from delivery d where d.subscription = s.id and d.event = ${event})
    on conflict (subscription, event) do nothing`.execute(db)
}
