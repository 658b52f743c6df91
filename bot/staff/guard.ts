import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isAtLeast, type Role } from '../../services/staff/role.ts'
import { findMember, type Member, sessionHours } from '../../services/staff/sessions.ts'
import { Problem } from '../problem.ts'
import { isStaffPath } from './is-staff-path.ts'
import { isOfOurOwn } from './same-origin.ts'
import type { StaffDesk } from './staff-desk.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a route of the console asks of whoever calls it; a reviewer may unless it says otherwise. */
    role?: Role
    /** Whether one gets there without a session: only where one begins. */
    beginsSession?: true
  }
  interface FastifyRequest {
    /** Who is signed in. */
    member: Member | undefined
  }
}

const cookieName = 'zhixun-staff'
const reading = new Set(['GET', 'HEAD'])

/**
 * Lets nobody to the console who isn't signed in, whatever the path and method, and nobody whose role is too low. Call it
 * before any route is registered: it holds for the whole app, also for addresses that lead nowhere.
 */
export function guardStaff(app: FastifyInstance, { db, sessionSecret }: StaffDesk): void {
  app.register(cookie, { secret: sessionSecret, hook: false })
  app.decorateRequest('member', undefined)
  app.addHook('onRequest', async (request, reply) => {
    if (!isStaffPath(request)) return
    reply.header('cache-control', 'no-store')
    const { role = 'reviewer', beginsSession } = request.routeOptions.config
    if (!reading.has(request.method) && !isOfOurOwn(request)) throw new Problem(403, '请求不是来自审核后台的页面。')
    const id = sessionIdOf(request)
    request.member = id === undefined ? undefined : await findMember(db, id)
    if (beginsSession) return
    if (!request.member) return refuse(request, reply)
    if (!isAtLeast(request.member.role, role)) throw new Problem(403, '您的账号没有这项权限。')
  })
}

/** People in a browser are shown where to sign in, programs are told. */
function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html')
  if (!isPage) throw new Problem(401, '请先登录。')
  return reply.redirect('/staff/login', 303)
}

/** The id of the session in the cookie; undefined where there is none or its signature isn't ours. */
export function sessionIdOf(request: FastifyRequest): string | undefined {
  const { [cookieName]: signed = '' } = request.server.parseCookie(request.headers.cookie ?? '')
  const { valid, value } = request.server.unsignCookie(signed)
  return valid && value !== null ? value : undefined
}

const attributes = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isOverHttps(request) }) as const

/** Behind a proxy that ends https, the page that sends the form tells by its own address. */
const isOverHttps = ({ protocol, headers }: FastifyRequest): boolean =>
  protocol === 'https' || headers.origin?.startsWith('https://') === true

/** @param isHttps Where it is known to be over https though the request can't tell. */
export function setSession(request: FastifyRequest, reply: FastifyReply, id: string, isHttps = false): void {
  const maxAge = sessionHours.longest * 60 * 60
  const { secure, ...others } = attributes(request)
  reply.setCookie(cookieName, id, { ...others, secure: secure || isHttps, signed: true, maxAge })
}

export function clearSession(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName, attributes(request))
}
