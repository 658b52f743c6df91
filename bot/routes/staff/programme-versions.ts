import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { idSchema } from '../../validation.ts'
import { madeOf } from './made-programme.ts'

const params = z.object({ id: idSchema })
const version = z.int().min(0)
const change = z.int().min(0).describe('哪一次发布；0 是内置的')
const versionSchema = z.object({
  change,
  at: z.string().nullable(),
  who: z.string().nullable(),
  document: z.record(z.string(), z.unknown()),
})

/** What was in use of a programme before, to be taken up again. */
export const programmeVersionRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk }) => {
  const { programmes } = desk

  app.get(
    '/api/staff/programmes/:id/versions',
    {
      schema: {
        summary: '一个自查项目以前发布的版本，新的在前',
        params,
        response: { 200: z.object({ versions: z.array(versionSchema) }).describe('版本') },
      },
    },
    async ({ params: { id } }) => ({
      versions: (await programmes.versions(id)).map(({ at, who, ...one }) => ({
        ...one,
        at: at?.toISOString() ?? null,
        who: who ?? null,
      })),
    }),
  )

  app.post(
    '/api/staff/programmes/:id/restore',
    {
      config: { role: 'editor' as const },
      schema: {
        summary: '把以前发布的一版放回草稿；发布以后才使用',
        params,
        body: z.strictObject({ version, change }),
        response: { 200: z.object({ id: z.string(), version }).describe('放回的草稿') },
      },
    },
    async ({ params: { id }, body, member }) => {
      const made = await programmes.restore(member!.name, id, body.version, body.change)
      return { id, version: madeOf(made, id, body).version }
    },
  )
}
