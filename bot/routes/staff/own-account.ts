import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { accountTexts as words } from '../../../prompts/account-texts.ts'
import { staffTexts } from '../../../prompts/staff-texts.ts'
import { findAccount } from '../../../services/staff/accounts.ts'
import { drawSecret, secretPattern } from '../../../services/staff/one-time-code.ts'
import {
  addSecondFactor,
  changeOwnPassword,
  type OwnChange,
  removeOwnSecondFactor,
} from '../../../services/staff/own-account.ts'
import { Problem } from '../../problem.ts'
import { orAccountProblem } from '../../staff/account-json.ts'
import { setSession } from '../../staff/guard.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { renderOwnAccountPage } from '../../web/staff/own-account-page.ts'

const passwordSchema = z.string().min(1).max(1000)
const codeSchema = z.string().max(20)
const done = { 204: z.undefined().describe('已更改，在别处都已退出') }

/** What everybody may change of their own account, each time with the password. */
export const ownAccountRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk: { db } }) => {
  app.get('/staff/account', { schema: { hide: true } }, async ({ member }, reply) => {
    const account = (await findAccount(db, member!.name))!
    const page = renderOwnAccountPage({ member: member!, account, secret: drawSecret() })
    return reply.type('text/html; charset=utf-8').send(page)
  })

  app.put(
    '/api/staff/account/password',
    {
      schema: {
        summary: '更改自己的密码',
        body: z.strictObject({ current: passwordSchema, password: z.string().max(1000), code: codeSchema.optional() }),
        response: done,
      },
    },
    async (request, reply) => {
      const { current, password, code } = request.body
      const given = { name: request.member!.name, password: current, code }
      return answer(request, reply, changeOwnPassword(db, given, password, request.client))
    },
  )

  app.put(
    '/api/staff/account/second-factor',
    {
      schema: {
        summary: '打开两步验证',
        body: z.strictObject({ current: passwordSchema, secret: z.string().regex(secretPattern), code: codeSchema }),
        response: done,
      },
    },
    async (request, reply) => {
      const { current, ...factor } = request.body
      const given = { name: request.member!.name, password: current }
      return answer(request, reply, addSecondFactor(db, given, factor, request.client))
    },
  )

  app.post(
    '/api/staff/account/second-factor/off',
    {
      schema: {
        summary: '关闭两步验证',
        body: z.strictObject({ current: passwordSchema, code: codeSchema }),
        response: done,
      },
    },
    async (request, reply) => {
      const { current, code } = request.body
      const given = { name: request.member!.name, password: current, code }
      return answer(request, reply, removeOwnSecondFactor(db, given, request.client))
    },
  )

  async function answer(request: FastifyRequest, reply: FastifyReply, work: Promise<OwnChange>) {
    const outcome = await orAccountProblem(work)
    if (outcome.kind === 'session') {
      setSession(request, reply, outcome.id)
      return reply.code(204).send()
    }
    if (outcome.kind !== 'too-early') {
      throw new Problem(403, outcome.kind === 'refused' ? words.ownRefused : words.codeNeeded)
    }
    reply.header('retry-after', outcome.seconds)
    throw new Problem(429, staffTexts.signInTooEarly(outcome.seconds))
  }
}
