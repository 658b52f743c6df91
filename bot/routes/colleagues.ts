import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Database } from '../../knowledge/database/schema.ts'
import { documentTextsIn } from '../../prompts/document-texts-in.ts'
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
import { languageCookieOf } from '../web/client/language-cookie.ts'
import { chosenLanguage, type PageLanguage, pageLanguage } from '../web/page-language.ts'
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

function sendGone(reply: FastifyReply, { gone }: Gone, isOwner: boolean, language: PageLanguage): FastifyReply {
  const why = isOwner ? (gone === 'unknown' ? 'ownerUnknown' : 'ownerExpired') : gone
  return send(reply, renderGonePage(why, language), statuses[gone])
}

/** Keeps which language somebody chose, and shows the page in it. */
function chooseLanguage(reply: FastifyReply, path: string, form: FormBody): FastifyReply {
  const language = form.one('language') === 'en' ? 'en' : 'zh'
  const at = form.one('at')
  const to = at === '' ? path : `${path}?at=${encodeURIComponent(at)}`
  return sendShown(reply.header('set-cookie', languageCookieOf(language)), { to })
}

type Held = { token: string; link: HeldLink; form: FormBody; language: PageLanguage }
type Serve = (request: FastifyRequest<Secret>, reply: FastifyReply, held: Held) => Promise<FastifyReply>

/** Serves whoever has the secret of a link, under one way of writing it; others are told that it leads nowhere. */
const forLink =
  (db: Database, kind: 'owner' | 'colleague', serve: Serve) =>
  async (request: FastifyRequest<Secret>, reply: FastifyReply): Promise<FastifyReply> => {
    const token = readToken(request.params.token) ?? ''
    const link = await findLink(db, kind, token)
    const language = chosenLanguage(request.headers) ?? link.language ?? 'zh'
    if (isGone(link)) return sendGone(reply, link, kind === 'owner', language)
    const form = request.body ?? noForm
    if (form.one('do') === 'language') return chooseLanguage(reply, request.url.split('?')[0]!, form)
    return serve(request, reply, { token, link, form, language })
  }

/** The pages of a check that colleagues fill together: a secret in the address opens them, and nothing else does. */
export const colleagueRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services, options }) => {
  if (!services.colleagues) return
  takeForms(app)
  const { colleagues } = services
  const route = { config: { rateLimit: { max: options.turnsPerMinute } }, schema: { hide: true } }
  const deskIn = (language: PageLanguage) => ({ ...colleagues, today: services.today(), language })
  const deskFor = ({ protocol, host }: FastifyRequest<Secret>, language: PageLanguage) => ({
    ...deskIn(language),
    origin: options.publicUrl ?? `${protocol}://${host}`,
  })
  const ofColleague = (serve: Serve) => forLink(colleagues.db, 'colleague', serve)
  const ofOwner = (serve: Serve) => forLink(colleagues.db, 'owner', serve)

  for (const kind of ['answer', 'together'] as const) {
    app.get(`/${kind}`, route, async ({ headers }, reply) => send(reply, renderCodePage(kind, pageLanguage(headers))))
    app.post<{ Body: FormBody | undefined }>(`/${kind}`, route, async ({ headers, body = noForm }, reply) => {
      const token = readToken(body.one('code'))
      const again = () => renderCodePage(kind, pageLanguage(headers), true)
      return sendShown(reply, token ? { to: `/${kind}/${token}` } : { html: again(), status: 400 })
    })
  }
  const shownAsked = ofColleague(async ({ query }, reply, { token, link, language }) =>
    sendShown(reply, await showAsked(deskIn(language), token, link, query.at)),
  )
  const answered = ofColleague(async (_request, reply, { token, link, form, language }) =>
    sendShown(reply, await answerAsked(deskIn(language), token, link, form)),
  )
  const shown = ofOwner(async (request, reply, { token, link, language }) =>
    sendShown(reply, await showTogether(deskFor(request, language), token, link)),
  )
  const taken = ofOwner(async (request, reply, { token, link, form, language }) =>
    sendShown(reply, await takeTogether(deskFor(request, language), token, link, form)),
  )
  app.get<Secret>('/answer/:token', route, shownAsked)
  app.post<Secret>('/answer/:token', route, answered)
  app.get<Secret>('/together/:token', route, shown)
  app.post<Secret>('/together/:token', route, taken)
  app.get<Secret>(
    '/together/:token/to-do.ics',
    route,
    ofOwner(async (_request, reply, { link, language }) =>
      sendCalendar(reply, await toDoCalendar(deskIn(language), link), language),
    ),
  )
}

/** @throws {Problem} 410 once the last day has passed. */
function sendCalendar(reply: FastifyReply, calendar: Download | undefined, language: PageLanguage): FastifyReply {
  if (!calendar) throw new Problem(410, documentTextsIn(language).calendarOver)
  const { fileName, type, body } = calendar
  const headers = { 'cache-control': 'private, no-store', 'content-disposition': attachment('to-do.ics', fileName) }
  return reply.headers(headers).type(type).send(body)
}
