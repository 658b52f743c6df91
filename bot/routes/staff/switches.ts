import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { findSwitches, setSwitch, switchNames } from '../../../services/staff/switches.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { personText } from '../../validation.ts'

const switchSchema = z.object({ off: z.boolean(), reason: z.string() })
const switchesSchema = z.record(z.enum(switchNames), switchSchema)
const changeSchema = z
  .strictObject({ name: z.enum(switchNames), off: z.boolean(), reason: personText(200, 0).default('') })
  .refine(({ off, reason }) => !off || reason.trim() !== '', {
    path: ['reason'],
    error: '要写明原因，原因会告诉提问的人',
  })
const admin = { config: { role: 'admin' as const } }

export const switchRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk: { db } }) => {
  app.get(
    '/api/staff/switches',
    { schema: { summary: '各开关', response: { 200: switchesSchema.describe('各开关') } } },
    () => findSwitches(db),
  )

  app.put(
    '/api/staff/switches',
    {
      ...admin,
      schema: {
        summary: '关闭或打开，立即生效',
        body: changeSchema,
        response: { 200: switchesSchema.describe('各开关') },
      },
    },
    async ({ body: { name, off, reason }, member }) => {
      await setSwitch(db, member!.name, name, { off, reason: off ? reason.trim() : '' })
      return findSwitches(db)
    },
  )
}
