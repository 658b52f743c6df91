import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { decidedPairs, mergeGroups, type Regrouped, splitGroup } from '../../../services/conversations/regroup.ts'
import { audit } from '../../../services/staff/audit.ts'
import { groupSubject } from '../../../services/staff/review-question.ts'
import { Problem } from '../../problem.ts'
import { versionSchema } from '../../staff/faq-input.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { personText } from '../../validation.ts'

const idOf = z.coerce.number().int().min(1).max(2_147_483_647)
const params = z.object({ id: idOf })
const editor = { config: { role: 'editor' as const } }
const done = { 200: z.object({ group: z.int() }).describe('提问现在所在的组') }

/** The group after a change. @throws {Problem} 404, 409 where somebody else was first, 400 where nothing would be left. */
function groupAfter(regrouped: Regrouped): { group: number } {
  if (!regrouped) throw new Problem(404, '没有这一组。')
  if (regrouped.kind === 'stale') throw new Problem(409, '您打开以后，别人已经改过这一组。请刷新本页再看。')
  if (regrouped.kind === 'refused')
    throw new Problem(400, undefined, [{ path: 'texts', message: '要分出去的和留下的都至少一种问法' }])
  return { group: regrouped.group }
}

/** Groups of questions that staff put together or take apart by hand. */
export const groupRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk; today(): string }> = async (
  app,
  { desk: { db, known }, today },
) => {
  app.post(
    '/api/staff/groups/:id/merge',
    {
      ...editor,
      schema: {
        summary: '把一组提问并入另一组，答复一起带过去；以后意思相同的也归到那里',
        params,
        body: z.strictObject({ into: z.int().min(1).max(2_147_483_647), version: versionSchema }),
        response: done,
      },
    },
    async ({ params: { id }, body: { into, version }, member }) => {
      const who = member!.name
      const after = groupAfter(await mergeGroups(db, who, { id, version }, into))
      await audit(db, { who, action: 'groups-merged', subject: groupSubject(into), after: { merged: id } })
      return after
    },
  )

  app.post(
    '/api/staff/groups/:id/split',
    {
      ...editor,
      schema: {
        summary: '把几种问法分出去，另成一组；以后意思相同的也归到那里',
        params,
        body: z.strictObject({ texts: z.array(personText(2000)).min(1).max(100), version: versionSchema }),
        response: done,
      },
    },
    async ({ params: { id }, body: { texts, version }, member }) => {
      const who = member!.name
      const after = groupAfter(await splitGroup(db, known(), who, { id, version, texts, today: today() }))
      await audit(db, { who, action: 'group-split', subject: groupSubject(id), after: { made: after.group } })
      return after
    },
  )

  app.get('/api/staff/pairs.jsonl', { ...editor, schema: { hide: true } }, async (_request, reply) => {
    const lines = (await decidedPairs(db)).map((pair) => JSON.stringify({ about: 'bundled', ...pair }))
    reply.header('content-disposition', 'attachment; filename="pairs.jsonl"')
    return reply.type('application/x-ndjson; charset=utf-8').send(lines.map((line) => `${line}\n`).join(''))
  })
}
