import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { RouteOptions } from '../app-options.ts'
import { unitsSchema } from '../app-services.ts'
import { personText } from '../validation.ts'

export const unitRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services }) => {
  app.get(
    '/api/units',
    {
      schema: {
        summary: '单位在各通知名单中的位置和应交材料',
        querystring: z.strictObject({ name: personText(200) }),
        response: { 200: unitsSchema.describe('名单中的条目；不在名单中时为空') },
      },
    },
    async (request) => services.units(request.query.name),
  )
}
