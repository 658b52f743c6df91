import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Database } from '../../knowledge/database/schema.ts'
import { colleaguePageTexts as texts } from '../../prompts/colleague-page-texts.ts'
import { documentTexts } from '../../prompts/document-texts.ts'
import { readToken } from '../../services/colleagues/link-token.ts'
import { findLink, type Gone, type HeldLink, isGone } from '../../services/colleagues/links.ts'
import type { Download } from '../../services/downloads/download.ts'
import type { RouteOptions } from '../app-options.ts'
import { answerAsked, showAsked } from '../colleagues/answer-desk.ts'
import type { Shown } from '../colleagues/shown.ts'
import { toDoCalendar } from '../colleagues/to-do-calendar.ts'
import { showTogether, takeTogether } from '../colleagues/together-desk.ts'
import { Problem } from '../problem.ts'
import { renderCodePage, renderGonePage } from '../web/colleagues/gone-page.ts'
import { attachment } from './downloads.ts'
import { type FormBody, noForm, takeForms } from './form-body.ts'

type Secret = { Params: { token: string }; Querystring: { at?: string }; Body: FormBody | undefined }

const statuses = { revoked: 410, expired: 410, unknown: 404 } as const

/** Nothing of these pages is kept on the way, found by search engines, or told to where a link leads. */
function send(reply: FastifyReply, html: string, status = 200): FastifyReply {
  return reply
    .code(status)
    .headers({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' })
    .type('text/html; charset=utf-8')
    .send(html)
}

const sendShown = (reply: FastifyReply, shown: Shown): FastifyReply =>
  'to' in shown
    ? reply.header('cache-control', 'private, no-store').redirect(shown.to, 303)
    : send(reply, shown.html, shown.status)

function sendGone(reply: FastifyReply, { gone }: Gone, isOwner: boolean): FastifyReply {
  const { ownerExpired, ownerUnknown, ...words } = texts.gone
  const why = isOwner ? (gone === 'unknown' ? ownerUnknown : ownerExpired) : words[gone]
  return send(reply, renderGonePage(why), statuses[gone])
}

type Held = { token: string; link: HeldLink; form: FormBody }
type Serve = (request: FastifyRequest<Secret>, reply: FastifyReply, held: Held) => Promise<FastifyReply>

/** Serves whoever has the secret of a link, under one way of writing it; others are told that it leads nowhere. */
const forLink =
  (db: Database, kind: 'owner' | 'colleague', serve: Serve) =>
  async (request: FastifyRequest<Secret>, reply: FastifyReply): Promise<FastifyReply> => {
    const token = readToken(request.params.token) ?? ''
    const link = await findLink(db, kind, token)
    if (isGone(link)) return sendGone(reply, link, kind === 'owner')
    return serve(request, reply, { token, link, form: request.body ?? noForm })
  }

/** The pages of a check that colleagues fill together: a secret in the address opens them, and nothing else does. */
export const colleagueRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services, options }) => {
  if (!services.colleagues) return
  takeForms(app)
  const { colleagues } = services
  const route = { config: { rateLimit: { max: options.turnsPerMinute } }, schema: { hide: true } }
  const desk = () => ({ ...colleagues, today: services.today() })
  const deskFor = ({ protocol, host }: FastifyRequest<Secret>) => ({
    ...desk(),
    origin: options.publicUrl ?? `${protocol}://${host}`,
  })
  const ofColleague = (serve: Serve) => forLink(colleagues.db, 'colleague', serve)
  const ofOwner = (serve: Serve) => forLink(colleagues.db, 'owner', serve)

  for (const kind of ['answer', 'together'] as const) {
    app.get(`/${kind}`, route, async (_request, reply) => send(reply, renderCodePage(kind)))
    app.post<{ Body: FormBody | undefined }>(`/${kind}`, route, async ({ body = noForm }, reply) => {
      const token = readToken(body.one('code'))
      return sendShown(reply, token ? { to: `/${kind}/${token}` } : { html: renderCodePage(kind, true), status: 400 })
    })
  }
  const shownAsked = ofColleague(async ({ query }, reply, { token, link }) =>
    sendShown(reply, await showAsked(desk(), token, link, query.at)),
  )
  const answered = ofColleague(async (_request, reply, { token, link, form }) =>
    sendShown(reply, await answerAsked(desk(), token, link, form)),
  )
  const shown = ofOwner(async (request, reply, { token, link }) =>
    sendShown(reply, await showTogether(deskFor(request), token, link)),
  )
  const taken = ofOwner(async (request, reply, { token, link, form }) =>
    sendShown(reply, await takeTogether(deskFor(request), token, link, form)),
  )
  app.get<Secret>('/answer/:token', route, shownAsked)
  app.post<Secret>('/answer/:token', route, answered)
  app.get<Secret>('/together/:token', route, shown)
  app.post<Secret>('/together/:token', route, taken)
  app.get<Secret>(
    '/together/:token/to-do.ics',
    route,
    ofOwner(async (_request, reply, { link }) => sendCalendar(reply, await toDoCalendar(desk(), link))),
  )
}

/** @throws {Problem} 410 once the last day has passed. */
function sendCalendar(reply: FastifyReply, calendar: Download | undefined): FastifyReply {
  if (!calendar) throw new Problem(410, documentTexts.calendarOver)
  const { fileName, type, body } = calendar
  const headers = { 'cache-control': 'private, no-store', 'content-disposition': attachment('to-do.ics', fileName) }
  return reply.headers(headers).type(type).send(body)
}
