import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import { endSession } from '../../../services/staff/sessions.ts'
import { signIn } from '../../../services/staff/sign-in.ts'
import { Problem } from '../../problem.ts'
import { clearSession, sessionIdOf, setSession } from '../../staff/guard.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { personText } from '../../validation.ts'
import { renderSignInPage } from '../../web/staff/sign-in-page.ts'

const bodySchema = z.strictObject({ name: personText(50), password: z.string().min(1).max(1000) })
const page = 'text/html; charset=utf-8'
const hide = { hide: true } as const

/** Where sessions begin and end. The page sends its form as it is, programs send JSON. */
export const signInRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk: { db } }) => {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))))
  })

  app.get('/staff/login', { config: { beginsSession: true }, schema: hide }, (request, reply) =>
    request.member ? reply.redirect('/staff', 303) : reply.type(page).send(renderSignInPage()),
  )

  app.post(
    '/staff/login',
    {
      config: { beginsSession: true },
      schema: { summary: '登录审核后台', body: bodySchema, response: { 204: z.undefined().describe('已登录') } },
    },
    async (request, reply) => {
      const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
      const { name, password } = request.body
      const outcome = await signIn(db, name.trim(), password, request.client)
      if (outcome.kind === 'session') {
        setSession(request, reply, outcome.id)
        return isForm ? reply.redirect('/staff', 303) : reply.code(204).send()
      }
      const [status, detail] =
        outcome.kind === 'refused'
          ? ([401, words.signInRefused] as const)
          : ([429, words.signInTooEarly(outcome.seconds)] as const)
      if (outcome.kind === 'too-early') reply.header('retry-after', outcome.seconds)
      if (!isForm) throw new Problem(status, detail)
      return reply
        .code(status as 204)
        .type(page)
        .serializer(String)
        .send(renderSignInPage(detail))
    },
  )

  app.post('/staff/logout', { schema: hide }, async (request, reply) => {
    const id = sessionIdOf(request)
    if (id !== undefined) await endSession(db, id)
    clearSession(request, reply)
    return reply.redirect('/staff/login', 303)
  })
}
