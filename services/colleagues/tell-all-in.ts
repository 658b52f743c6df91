import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Language } from '../../prompts/approximate-texts.ts'
import { colleagueTexts as texts } from '../../prompts/colleague-texts.ts'
import type { Interview } from '../conversations/interview.ts'
import { labelsIn, titleIn } from '../eligibility/programme-texts.ts'
import { disputed, giversOf } from '../interview/given.ts'
import type { InterviewKnowledge } from '../interview/message.ts'
import { act, noteReply } from '../interview/reply-parts.ts'
import { unasked } from '../reminders/reminder-replies.ts'
import type { Reply } from '../reply.ts'

/** Checks at a time: their transaction is short. */
const batch = 50

/** Somebody who waits for colleagues, of whom all have answered; `links` are theirs, in their order, with what they are. */
type Waiting = {
  id: number
  code: string
  conversation: string
  language: Language
  interview: Interview
  links: { id: string; role: string }[]
}

/** Writes down, once for each set of colleagues, for everybody who asked them that all have answered. */
export async function tellAllIn(db: Database, known: InterviewKnowledge): Promise<void> {
  for (let count = batch; count === batch;) count = await db.transaction().execute((trx) => tellSome(trx, known))
}

async function tellSome(trx: Database, known: InterviewKnowledge): Promise<number> {
  // Whoever deletes a conversation holds it first too, so that neither waits for the other.
  const { rows } = await sql<Waiting>`
    select s.id, s.subject as code, s.conversation, s.language, i.interview, asked.links
    from subscription s
    join conversation c on c.id = s.conversation
    join shared_interview i on i.code = s.subject
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', l.id, 'role', l.role) order by l.created_at, l.id) as links,
        string_agg(l.id, ' ' order by l.id) as event,
        bool_and((select count(*) from colleague_answer a where a.link = l.id) >= jsonb_array_length(l.facts)) as all_in
      from share_link l where l.code = s.subject and l.kind = 'colleague' and l.revoked_at is null) asked
    where s.what = 'colleagues' and s.ended_at is null and asked.all_in
      and not exists (select from delivery d where d.subscription = s.id and d.event = 'all in ' || md5(asked.event))
    order by s.id limit ${batch}
    for key share of c skip locked for update of s skip locked`.execute(trx)
  for (const row of rows) await tellOne(trx, row, known)
  return rows.length
}

async function tellOne(
  trx: Database,
  { id, code, conversation, language, interview, links }: Waiting,
  known: InterviewKnowledge,
) {
  const ids = links
    .map((link) => link.id)
    .toSorted()
    .join(' ')
  const event = `all in ${createHash('md5').update(ids).digest('hex')}`
  const reply = JSON.stringify(allIn({ language, code, interview, links }, known))
  await trx
    .insertInto('delivery')
    .values({ subscription: id, conversation, event, reply, due_at: sql<Date>`clock_timestamp()` })
    .onConflict((conflict) => conflict.columns(['subscription', 'event']).doNothing())
    .execute()
}

/** That all have answered, what they differ on, and what nobody knew. */
function allIn(
  { language, code, interview, links }: Pick<Waiting, 'language' | 'code' | 'interview' | 'links'>,
  { programmes }: InterviewKnowledge,
): Reply {
  const programme = programmes.find(({ id }) => id === interview.programme)
  const keys = programme?.factKeys.filter((key) => interview.from?.[key]) ?? []
  const labels = (some: readonly string[]) => labelsIn(language, programme!.facts, [...some])
  const open = keys.filter((key) => disputed(interview, key).length > 0)
  const unknown = keys.filter((key) => interview.answers[key] === null && giversOf(interview, key).length === 0)
  const roles = [...new Set(links.map(({ role }) => role))].join(texts.listed[language])
  const lines = [
    texts.allIn[language](programme ? titleIn(language, programme) : '', roles),
    ...(open.length > 0 ? [texts.toSettle[language](labels(open))] : []),
    ...(unknown.length > 0 ? [texts.notKnown[language](labels(unknown))] : []),
  ]
  // Meanwhile the conversation may be about another check.
  const note = noteReply(lines.join('\n'), [act(texts.goOnHere[language], `/resume ${code}`)])
  return unasked(note, language)
}
