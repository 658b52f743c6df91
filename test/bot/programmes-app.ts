import Fastify from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { onTestFinished } from 'vitest'
import { Problem, sendProblem } from '../../bot/problem.ts'
import { programmeRoutes } from '../../bot/routes/programmes.ts'
import { validatorCompiler } from '../../bot/validation.ts'
import { notices, resolved } from '../services/eligibility/resolved.ts'

/** The programmes' routes alone, over real HTTP, on a day of its own. */
export async function startProgrammes(asOf = '2025-06-10'): Promise<string> {
  const app = Fastify({ logger: false })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(sendProblem)
  app.setNotFoundHandler(() => {
    throw new Problem(404)
  })
  const find = (id: string) => notices.find((notice) => notice.id === id)
  const services = { programmes: resolved, notices: { list: () => notices, find }, today: () => asOf }
  await app.register(programmeRoutes, { services })
  onTestFinished(() => app.close())
  return app.listen({ host: '127.0.0.1', port: 0 })
}
