import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { accountTexts } from '../../../prompts/account-texts.ts'
import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import { endSession } from '../../../services/staff/sessions.ts'
import { signIn, type SignIn } from '../../../services/staff/sign-in.ts'
import { Problem } from '../../problem.ts'
import { clearSession, sessionIdOf, setSession } from '../../staff/guard.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { personText } from '../../validation.ts'
import { renderSignInPage } from '../../web/staff/sign-in-page.ts'

const bodySchema = z.strictObject({
  name: personText(50),
  password: z.string().min(1).max(1000),
  /** Of an app, where the account has a second factor. */
  code: z.string().max(20).optional(),
})
const page = 'text/html; charset=utf-8'
const hide = { hide: true } as const

/** What is said to somebody who didn't get in, which doesn't depend on whether there is such an account. */
function refusalOf(outcome: Exclude<SignIn, { kind: 'session' }>, hasCode: boolean): [status: number, detail: string] {
  if (outcome.kind === 'too-early') return [429, words.signInTooEarly(outcome.seconds)]
  if (outcome.kind === 'code-needed') return [401, accountTexts.codeNeeded]
  return [401, hasCode ? accountTexts.codeRefused : words.signInRefused]
}

/** Where sessions begin and end. The page sends its form as it is, programs send JSON. */
export const signInRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk: { db, singleSignOn } }) => {
  const pageWith = (fault?: string) => renderSignInPage({ fault, hasSingleSignOn: singleSignOn !== undefined })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))))
  })

  app.get('/staff/login', { config: { beginsSession: true }, schema: hide }, (request, reply) =>
    request.member ? reply.redirect('/staff', 303) : reply.type(page).send(pageWith()),
  )

  app.post(
    '/staff/login',
    {
      config: { beginsSession: true },
      schema: { summary: '登录审核后台', body: bodySchema, response: { 204: z.undefined().describe('已登录') } },
    },
    async (request, reply) => {
      const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
      const { name, password, code } = request.body
      const outcome = await signIn(db, { name: name.trim(), password, code }, request.client)
      if (outcome.kind === 'session') {
        setSession(request, reply, outcome.id)
        return isForm ? reply.redirect('/staff', 303) : reply.code(204).send()
      }
      const [status, detail] = refusalOf(outcome, !!code?.trim())
      if (outcome.kind === 'too-early') reply.header('retry-after', outcome.seconds)
      if (!isForm) throw new Problem(status, detail)
      return reply
        .code(status as 204)
        .type(page)
        .serializer(String)
        .send(pageWith(detail))
    },
  )

  app.post('/staff/logout', { schema: hide }, async (request, reply) => {
    const id = sessionIdOf(request)
    if (id !== undefined) await endSession(db, id)
    clearSession(request, reply)
    return reply.redirect('/staff/login', 303)
  })
}
