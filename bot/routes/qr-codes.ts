import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { renderSVG } from 'uqr'
import { z } from 'zod'
import type { RouteOptions } from '../app-options.ts'
import { Problem } from '../problem.ts'
import { idSchema } from '../validation.ts'

/** How long a browser may keep one, in seconds. */
const keptSeconds = 3600
/** The white border that cameras need. */
const quietModules = 4

const params = z.object({ kind: z.enum(['check', 'n']), id: idSchema })

/** QR codes that open a chat elsewhere with a self-check (`check`) or a notice (`n`), as pages and posters show them. */
export const qrRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services, options }) => {
  app.get('/qr/:kind/:id', { config: { rateLimit: false }, schema: { hide: true, params } }, async (request, reply) => {
    const { kind, id } = request.params
    const isKnown = kind === 'n' ? services.notices.find(id) : services.programmes.some((one) => one.id === id)
    const link = isKnown ? options.chatLink(kind, id) : undefined
    if (link === undefined) throw new Problem(404)
    const svg = renderSVG(link, { ecc: 'M', border: quietModules })
    return reply.type('image/svg+xml').header('cache-control', `public, max-age=${keptSeconds}`).send(svg)
  })
}
