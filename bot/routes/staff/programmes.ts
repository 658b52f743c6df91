import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listChanges } from '../../../services/staff/audit.ts'
import { programmeSubject } from '../../../services/staff/programmes/programme-store.ts'
import { documentTexts as texts } from '../../../prompts/document-fault-texts.ts'
import { programmeStates } from '../../programme-desk/held-programme.ts'
import { Problem } from '../../problem.ts'
import { changeJson, changeSchema } from '../../staff/change-json.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { idSchema } from '../../validation.ts'
import { madeOf } from './made-programme.ts'

const params = z.object({ id: idSchema })
const editor = { config: { role: 'editor' as const } }
const version = z.int().min(0).describe('所依据的版本；还没有人改过的是 0')
/** Its shape stands in `services/eligibility/document.ts`; what is wrong with it is told place by place. */
const documentSchema = z.record(z.string(), z.unknown()).describe('项目的文件：事实、条件、原话等')

const carriedSchema = z.object({
  from: z.string(),
  rules: z.array(
    z.object({
      part: z.enum(['criteria', 'preferences', 'commitments']),
      id: z.string(),
      outcome: z.enum(['kept', 'changed', 'gone', 'added']),
      title: z.string().optional(),
      before: z.string().optional(),
      now: z.string().optional(),
    }),
  ),
})

const heldSchema = z.object({
  id: z.string(),
  version,
  state: z.enum(programmeStates),
  document: documentSchema,
  faults: z.array(z.object({ path: z.string(), message: z.string() })).describe('发布之前还要改的'),
  carried: carriedSchema.optional().describe('通知改了或有了新通知：各条规则的去向'),
})
const listedSchema = z.object({
  id: z.string(),
  title: z.string(),
  year: z.int(),
  notice: z.string(),
  version,
  state: z.enum(programmeStates),
  author: z.string().optional(),
  updatedAt: z.string().optional(),
  open: z.int().optional().describe('通知改了以后还没有核对的条数'),
  wrong: z.int().optional().describe('标为不对、还没有改的条数'),
})

export const staffProgrammeRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk }) => {
  const { programmes, db } = desk

  app.get(
    '/api/staff/programmes',
    { schema: { summary: '自查项目：内置的和写出来的', response: { 200: z.array(listedSchema).describe('项目') } } },
    () => programmes.list(),
  )

  app.get(
    '/api/staff/programmes/:id',
    { schema: { summary: '一个自查项目的文件', params, response: { 200: heldSchema.describe('项目') } } },
    async ({ params: { id } }) => {
      const found = await programmes.find(id)
      if (!found) throw new Problem(404, texts.noSuchProgramme(id))
      return found
    },
  )

  app.get(
    '/api/staff/programmes/:id/changes',
    {
      schema: {
        summary: '一个自查项目的历史，新的在前',
        params,
        response: { 200: z.object({ changes: z.array(changeSchema) }).describe('历史') },
      },
    },
    async ({ params: { id } }) => {
      const { changes } = await listChanges(db, { subject: programmeSubject(id) })
      return { changes: changes.map(changeJson) }
    },
  )

  app.put(
    '/api/staff/programmes/:id',
    {
      ...editor,
      schema: {
        summary: '保存一个自查项目的文件；还不会用来核对',
        params,
        body: z.strictObject({ version, document: z.unknown() }),
        response: { 200: heldSchema.describe('保存好的项目') },
      },
    },
    async ({ params: { id }, body, member }) =>
      madeOf(await programmes.save(member!.name, id, body.version, body.document), id, { document: body.document }),
  )

  app.post(
    '/api/staff/programmes/:id/publish',
    {
      ...editor,
      schema: {
        summary: '发布一个自查项目；有一处不对就不发布，并逐处说明',
        params,
        body: z.strictObject({ version }),
        response: { 200: heldSchema.describe('在用的项目') },
      },
    },
    async ({ params: { id }, body, member }) =>
      madeOf(await programmes.publish(member!.name, id, body.version), id, { version: body.version }),
  )

  app.post(
    '/api/staff/programmes/:id/withdraw',
    {
      ...editor,
      schema: {
        summary: '停用一个自查项目；改好以后发布就恢复',
        params,
        body: z.strictObject({ version }),
        response: { 200: heldSchema.describe('停用的项目') },
      },
    },
    async ({ params: { id }, body, member }) =>
      madeOf(await programmes.withdraw(member!.name, id, body.version), id, { version: body.version }),
  )
}
