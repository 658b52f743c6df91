import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { RouteOptions } from '../app-options.ts'
import { type Asset, loadAssets, pageAsset } from '../web/assets.ts'
import { chatPage } from '../web/chat-page.ts'
import { renderNoticePage } from '../web/notice-page.ts'
import { noticeParams, requireNotice } from './notices.ts'
import { languageVary, pageLanguage } from '../web/page-language.ts'
import { sendAsset } from './send-asset.ts'

const neverLimited = { config: { rateLimit: false as const } }

/** The pages people read, and what they load: the files found at the start and no others. */
export const pageRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services, options }) => {
  const pages = new WeakMap<Notice, { page: Asset; replacedBy: Notice | undefined; chatLink: string | undefined }>()

  /** Made once for a notice, and again when another notice takes its place. */
  function noticePage(notice: Notice): Asset {
    const replacedBy = services.notices.list().find(({ replaces }) => replaces.includes(notice.id))
    const known = pages.get(notice)
    const chatLink = options.chatLink('n', notice.id)
    if (known && known.replacedBy === replacedBy && known.chatLink === chatLink) return known.page
    const page = pageAsset(renderNoticePage(notice, { ...(replacedBy && { replacedBy }), chatLink }))
    pages.set(notice, { page, replacedBy, chatLink })
    return page
  }

  const assets = loadAssets()
  const onFault = (error: unknown) => app.log.error({ err: error }, 'no questions for the first screen')
  const firstPage = chatPage(assets.get('/')!, services, onFault)
  app.get('/', { ...neverLimited, schema: { hide: true } }, async (request, reply) => {
    sendAsset(await firstPage(pageLanguage(request.headers)), request, reply, languageVary)
    return reply
  })

  for (const [path, file] of assets) {
    if (path !== '/')
      app.get(path, { ...neverLimited, schema: { hide: true } }, (request, reply) => sendAsset(file, request, reply))
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
