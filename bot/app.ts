import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { type AppOptions, type ChosenOptions, defaultOptions } from './app-options.ts'
import type { AppServices } from './app-services.ts'
import { recogniseClients } from './client.ts'
import { compressReplies } from './compression.ts'
import { endInOrder } from './end-in-order.ts'
import { loggerTo } from './logging.ts'
import { createMetrics } from './metrics.ts'
import { describeApi } from './openapi.ts'
import { Problem, sendProblem } from './problem.ts'
import { limitRates } from './rate-limits.ts'
import { chatRoutes } from './routes/chat.ts'
import { colleagueRoutes } from './routes/colleagues.ts'
import { downloadRoutes } from './routes/downloads.ts'
import { feedbackRoutes } from './routes/feedback.ts'
import { healthRoutes } from './routes/health.ts'
import { lengthRoutes } from './routes/length.ts'
import { newsRoutes } from './routes/news.ts'
import { noticeRoutes } from './routes/notices.ts'
import { otherMethodRoutes } from './routes/other-methods.ts'
import { pageRoutes } from './routes/pages.ts'
import { qrRoutes } from './routes/qr-codes.ts'
import { programmeRoutes } from './routes/programmes.ts'
import { searchRoutes } from './routes/search.ts'
import { staffRoutes } from './routes/staff/staff-routes.ts'
import { unitRoutes } from './routes/units.ts'
import { securityHeaders } from './security-headers.ts'
import { guardStaff } from './staff/guard.ts'
import { traceOf } from './trace-of.ts'
import { fastifyTrust } from './trusted-proxies.ts'
import { validatorCompiler } from './validation.ts'

/** In the order in which they are registered. */
const routeModules = [
  healthRoutes,
  pageRoutes,
  qrRoutes,
  chatRoutes,
  newsRoutes,
  noticeRoutes,
  searchRoutes,
  unitRoutes,
  programmeRoutes,
  feedbackRoutes,
  downloadRoutes,
  lengthRoutes,
  colleagueRoutes,
]

/** The assistant over HTTP; it listens, and closes, when its owner says so. */
export function buildApp(services: AppServices, given: AppOptions = {}): FastifyInstance {
  const options: ChosenOptions = { ...defaultOptions, ...given }
  const metrics = options.metrics ?? createMetrics()
  const app = Fastify({
    logger: loggerTo(options.log),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: fastifyTrust(options.trustProxy),
    bodyLimit: 64 * 1024,
    requestTimeout: 60_000,
    return503OnClosing: false,
    frameworkErrors: sendProblem,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  app.setErrorHandler(sendProblem)
  app.setNotFoundHandler(() => {
    throw new Problem(404)
  })

  endInOrder(app, options.stopping)
  options.watch?.(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode }
    metrics.request(labels, reply.elapsedTime / 1000)
    request.log.info({ ...labels, ...traceOf(request.headers), ms: Math.round(reply.elapsedTime) }, 'request')
  })

  app.register(helmet, securityHeaders)
  compressReplies(app)
  recogniseClients(app)
  limitRates(app, options)
  describeApi(app)
  const { staff } = services
  if (staff) guardStaff(app, staff)
  const lastRoutes = otherMethodRoutes(app)
  for (const routes of routeModules) app.register(routes, { services, metrics, options })
  for (const routes of options.channelRoutes) app.register(routes)
  if (staff) for (const routes of staffRoutes) app.register(routes, { desk: staff, today: services.today })
  app.register(lastRoutes)
  return app
}
