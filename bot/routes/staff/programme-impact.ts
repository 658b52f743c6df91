import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { documentTexts as texts } from '../../../prompts/document-fault-texts.ts'
import { impactSchema } from '../../notice-desk/impact-json.ts'
import { Problem } from '../../problem.ts'
import type { ProgrammeImpact } from '../../programme-desk/programme-impact.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { idSchema } from '../../validation.ts'

const verdict = z.enum(['eligible', 'ineligible', 'undetermined'])
const side = z.object({ required: z.string(), quote: z.string() })
const days = z.object({ opens: z.string().optional(), closes: z.string() })

const programmeImpactSchema = z.object({
  isNew: z.boolean().describe('现在还没有人能用它自查'),
  rules: z.array(z.object({ id: z.string(), title: z.string(), before: side.optional(), after: side.optional() })),
  window: z.object({ before: days, after: days }).optional(),
  savedChecks: z.int().describe('大家保存的自查'),
  turned: z.array(z.object({ before: verdict, after: verdict, count: z.int() })).describe('结果会变的自查'),
  ...impactSchema.pick({ answers: true, asked: true, questions: true }).shape,
}) satisfies z.ZodType<ProgrammeImpact>

/** What putting a programme in use would change, told before it is. */
export const programmeImpactRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk }) => {
  app.get(
    '/api/staff/programmes/:id/impact',
    {
      schema: {
        summary: '发布这个自查项目会改变什么：条件、已保存的自查、答复；不影响正在用的',
        params: z.object({ id: idSchema }),
        response: { 200: programmeImpactSchema.describe('影响') },
      },
    },
    async ({ params: { id }, member }) => {
      const impact = await desk.programmes.impact(member!.name, id)
      if (!impact) throw new Problem(404, texts.noSuchProgramme(id))
      return impact
    },
  )
}
