import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { RouteOptions } from '../app-options.ts'
import { type Asset, loadAssets } from '../web/assets.ts'
import { renderNoticePage } from '../web/notice-page.ts'
import { noticeParams, requireNotice } from './notices.ts'
import { sendAsset } from './send-asset.ts'

const neverLimited = { config: { rateLimit: false as const } }

function pageAsset(html: string): Asset {
  const body = Buffer.from(html)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`
  return { type: 'text/html; charset=utf-8', body, gzip: gzipSync(body), etag }
}

/** The pages people read, and what they load: the files found at the start and no others. */
export const pageRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services }) => {
  const noticePages = new WeakMap<Notice, Asset>()

  function noticePage(notice: Notice): Asset {
    const page = noticePages.get(notice) ?? pageAsset(renderNoticePage(notice))
    noticePages.set(notice, page)
    return page
  }

  for (const [path, asset] of loadAssets()) {
    app.get(path, { ...neverLimited, schema: { hide: true } }, (request, reply) => sendAsset(asset, request, reply))
  }

  app.get(
    '/notices/:id',
    {
      ...neverLimited,
      schema: {
        summary: '通知的阅读页，#条款 为锚点',
        params: noticeParams,
        response: { 200: { description: '网页', content: { 'text/html': { schema: z.string() } } } },
      },
    },
    (request, reply) => {
      const notice = requireNotice(services.notices, request.params.id)
      sendAsset(noticePage(notice), request, reply)
    },
  )
}
