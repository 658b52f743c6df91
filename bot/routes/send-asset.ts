import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Asset, etagOf } from '../web/assets.ts'

const year = 365 * 24 * 60 * 60

/** Answers with a page made for the request, or with 304 when the client has it; the app compresses it. */
export function sendPage(html: string, request: FastifyRequest, reply: FastifyReply): void {
  const etag = etagOf(html)
  reply.headers({ etag: `W/${etag}`, 'cache-control': 'no-cache' })
  if (request.headers['if-none-match']?.includes(etag)) return void reply.code(304).send()
  reply.type('text/html; charset=utf-8').send(html)
}

/**
 * Answers with the smallest form of an asset that the client accepts, or with 304 when the client has it.
 *
 * @param vary The other headers that decided which asset it is.
 */
export function sendAsset(asset: Asset, request: FastifyRequest, reply: FastifyReply, vary?: string): void {
  reply.headers({
    // Weak, since one tag stands for the plain and the compressed forms.
    etag: `W/${asset.etag}`,
    'cache-control': asset.isImmutable ? `public, max-age=${year}, immutable` : 'no-cache',
    vary: vary === undefined ? 'accept-encoding' : `accept-encoding, ${vary}`,
  })
  if (request.headers['if-none-match']?.includes(asset.etag)) return void reply.code(304).send()
  reply.type(asset.type)
  const encoding = (['br', 'gzip'] as const).find((name) => accepts(request.headers['accept-encoding'], name))
  if (!encoding) return void reply.send(asset.body)
  reply.header('content-encoding', encoding).send(asset[encoding])
}

/** Whether an encoding is named, and not with the weight that refuses it. */
function accepts(header: string | string[] | undefined, encoding: string): boolean {
  return [header].flat().some((value) =>
    (value ?? '').split(',').some((part) => {
      const [name, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
      return name === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))
    }),
  )
}
