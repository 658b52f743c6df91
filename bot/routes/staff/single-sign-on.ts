import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { accountTexts } from '../../../prompts/account-texts.ts'
import { type SingleSignOn, Unreachable } from '../../../services/staff/single-sign-on.ts'
import { signInFromOutside } from '../../../services/staff/sign-in-from-outside.ts'
import { setSession } from '../../staff/guard.ts'
import { clearDeparture, departureOf, setDeparture } from '../../staff/departure-cookie.ts'
import { returnPath } from '../../staff/single-sign-on-variables.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { renderArrivedPage, renderSignInPage } from '../../web/staff/sign-in-page.ts'

const html = 'text/html; charset=utf-8'
const open = { config: { beginsSession: true as const }, schema: { hide: true } as const }
/** What a provider sends back: whatever it likes, of a length that can be read. */
const answerSchema = z.record(z.string(), z.string().max(4000))

type Fault = keyof typeof accountTexts.elsewhere
const statuses: Record<Fault, number> = {
  'not-ours': 400,
  'no-role': 403,
  'name-taken': 403,
  disabled: 403,
  unreachable: 503,
}

const refuse = (reply: FastifyReply, fault: Fault): FastifyReply =>
  reply
    .code(statuses[fault])
    .type(html)
    .send(renderSignInPage({ fault: accountTexts.elsewhere[fault], hasSingleSignOn: true }))

/** Why it did not work, for whoever runs this: what the library says of it, and nothing that was sent. */
function note({ log }: FastifyRequest, error: unknown): Fault {
  const { code, message } = (error instanceof Unreachable ? error.cause : error) as { code?: string; message?: string }
  log.warn({ code, reason: message }, 'single sign-on failed')
  return error instanceof Unreachable ? 'unreachable' : 'not-ours'
}

/** Signing in at the organisation: there, and back. */
export const singleSignOnRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk }) => {
  const { db, singleSignOn } = desk
  if (!singleSignOn) return

  app.get('/staff/sso', open, async (request, reply) => {
    try {
      const { address, departure } = await singleSignOn.begin()
      setDeparture(reply, departure, singleSignOn.isOverHttps)
      return reply.redirect(address, 303)
    } catch (error) {
      return refuse(reply, note(request, error))
    }
  })

  app.get(returnPath, { ...open, schema: { hide: true, querystring: answerSchema } }, async (request, reply) => {
    const person = await personOf(singleSignOn, request)
    clearDeparture(reply)
    if (typeof person === 'string') return refuse(reply, person)
    const outcome = await signInFromOutside(db, person)
    if (outcome.kind !== 'session') return refuse(reply, outcome.kind)
    setSession(request, reply, outcome.id, singleSignOn.isOverHttps)
    // The cookie of the session is not sent along by a redirect of another site's: the page itself goes on.
    return reply.header('refresh', '0;url=/staff').type(html).send(renderArrivedPage())
  })
}

async function personOf(singleSignOn: SingleSignOn, request: FastifyRequest) {
  const departure = departureOf(request)
  if (!departure) return 'not-ours' as const
  try {
    return await singleSignOn.finish(request.url.split('?')[1] ?? '', departure)
  } catch (error) {
    return note(request, error)
  }
}
