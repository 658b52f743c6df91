import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { checkLength, limitedFields } from '../../services/preparation/check-length.ts'
import type { RouteOptions } from '../app-options.ts'
import { Problem } from '../problem.ts'
import { idSchema, personText } from '../validation.ts'

const params = z.object({ id: idSchema, item: idSchema })
const bodySchema = z.strictObject({ text: personText(20_000, 0), language: z.enum(['zh', 'en']).optional() })
const checkSchema = z.object({
  words: z.int(),
  characters: z.int(),
  limit: z.int(),
  status: z.enum(['within', 'over', 'depends']),
  text: z.string(),
})

/** Counts a text for a field of a form; nothing of it is kept. */
export const lengthRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services }) => {
  app.post(
    '/api/programmes/:id/fields/:item/length',
    {
      bodyLimit: 128 * 1024,
      schema: {
        summary: '按申报书栏目的字数限制检查一段文字',
        params,
        body: bodySchema,
        response: { 200: checkSchema.describe('字数') },
      },
    },
    async ({ params: { id, item }, body: { text, language } }) => {
      const programme = services.programmes.find((one) => one.id === id)
      const field = limitedFields(programme?.preparation ?? []).find((one) => one.item === item)
      if (!field) throw new Problem(404, '没有这个有字数限制的栏目。')
      return checkLength(text, field.limit, language)
    },
  )
}
