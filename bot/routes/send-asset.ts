import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Asset } from '../web/assets.ts'

/** Answers with the form of an asset that the client accepts, or with 304 when the client has it. */
export function sendAsset(asset: Asset, request: FastifyRequest, reply: FastifyReply): void {
  // Weak, since one tag stands for the plain and the compressed form.
  reply.headers({ etag: `W/${asset.etag}`, 'cache-control': 'no-cache', vary: 'accept-encoding' })
  if (request.headers['if-none-match']?.includes(asset.etag)) return void reply.code(304).send()
  reply.type(asset.type)
  const isGzipAccepted = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(request.headers['accept-encoding'] ?? '')
  if (!isGzipAccepted) return void reply.send(asset.body)
  reply.header('content-encoding', 'gzip').send(asset.gzip)
}
