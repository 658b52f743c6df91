import { randomUUID } from 'node:crypto'
import type { Assistant } from '../../../bot/assistant.ts'
import type { Reply } from '../../../services/reply.ts'
import { judge } from '../../support/judge.ts'
import type { FindNotice } from './add-files.ts'
import type { Asked } from './question-set.ts'
import { judgeStages, type Stages } from './stages.ts'
import { readTrace, type Trace } from './trace.ts'

/** A message with what was replied and how right that is; `faults` is empty for a right reply. */
export type Judged = { asked: Asked; replies: Reply[]; trace: Trace; faults: string[]; stages: Stages }

/**
 * Asks the messages of one conversation in order and judges each. One that rests on a notice that is not there has failed
 * whatever is replied.
 */
export async function judgeConversation(
  { services, db }: Assistant,
  find: FindNotice,
  turns: Asked[],
): Promise<Judged[]> {
  const textOf = (name: string): string => {
    const [notice = '', clause] = name.split('#')
    return services.notices.find(notice)?.clauses.find(({ id }) => id === clause)?.quote ?? ''
  }
  const judged: Judged[] = []
  let conversation: string | undefined
  for (const asked of turns) {
    const id = randomUUID()
    const text = asked.question
    const outcome = await services.conversation.take({
      id,
      text,
      channel: 'web',
      ...(conversation !== undefined && { conversation }),
    })
    conversation = outcome.conversation
    judged.push(judgeReplies(asked, outcome.replies, await readTrace(db, id), { find, textOf }))
  }
  return judged
}

function judgeReplies(
  asked: Asked,
  replies: Reply[],
  trace: Trace,
  { find, textOf }: { find: FindNotice; textOf: (clause: string) => string },
): Judged {
  const found = asked.notices.map(find)
  const missing = found.flatMap((one) => ('missing' in one ? [one.missing] : []))
  const notices = found.map((one, at) => ('id' in one ? one.id : asked.notices[at]!))
  const faults = judge(asked, replies)
  const stages = judgeStages({ ...asked, notices }, { replies, trace, faults }, textOf)
  return {
    asked,
    replies,
    trace,
    faults: [...missing, ...faults.map(({ what }) => what)],
    stages: { ...(found.length > 0 && { notice: missing.length === 0 }), ...stages },
  }
}
