import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Departure } from '../../services/staff/single-sign-on.ts'

const name = 'zhixun-sso'
const path = '/staff/sso'
/** As long as somebody may take to sign in elsewhere, in seconds. */
const maxAge = 600

/** Keeps in the browser what the answer of a provider has to fit. Lax: the answer comes from another site. */
export function setDeparture(reply: FastifyReply, departure: Departure, secure: boolean): void {
  const value = Buffer.from(JSON.stringify(departure)).toString('base64url')
  reply.setCookie(name, value, { path, httpOnly: true, sameSite: 'lax', secure, signed: true, maxAge })
}

export function clearDeparture(reply: FastifyReply): void {
  reply.clearCookie(name, { path })
}

/** What this browser left with; undefined where there is nothing of ours. */
export function departureOf(request: FastifyRequest): Departure | undefined {
  const { [name]: signed = '' } = request.server.parseCookie(request.headers.cookie ?? '')
  const { valid, value } = request.server.unsignCookie(signed)
  return valid && value ? (JSON.parse(Buffer.from(value, 'base64url').toString()) as Departure) : undefined
}
