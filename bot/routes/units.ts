import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { handingIn } from '../../services/roster/handing-in.ts'
import { projectOf } from '../../services/roster/roster.ts'
import { suggestUnits } from '../../services/roster/suggest-units.ts'
import { fillTemplate } from '../../services/roster/unit-card.ts'
import type { RouteOptions } from '../app-options.ts'
import { type AppServices, unitsSchema } from '../app-services.ts'
import { Problem } from '../problem.ts'
import { personText } from '../validation.ts'
import { languageVary, pageLanguage } from '../web/page-language.ts'
import { renderUnitsPage } from '../web/units-page.ts'
import { attachment } from './downloads.ts'

const suggestSchema = z.object({
  units: z.array(z.object({ unit: z.string(), short: z.array(z.string()).optional(), rows: z.int() })),
})
const suggestQuery = z.strictObject({
  q: personText(100, 0).default(''),
  limit: z.coerce.number().int().min(1).max(50).default(8),
})
const reportQuery = z.strictObject({ notice: personText(100), row: personText(100) })
const pageQuery = z.object({ unit: personText(200, 0).optional() })
const page = { 200: { description: '网页', content: { 'text/html': { schema: z.string() } } } }
const file = { 200: { description: '文件', content: { 'application/octet-stream': { schema: z.custom<Buffer>() } } } }

type App = Parameters<FastifyPluginAsyncZod<RouteOptions>>[0]

/** The lists of units in the notices: who stands where, what they hand in, and the page that shows it. */
export const unitRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services }) => {
  app.get(
    '/api/units',
    {
      schema: {
        summary: '单位在各通知名单中的位置和应交材料',
        querystring: z.strictObject({ name: personText(200) }),
        response: { 200: unitsSchema.describe('名单中的条目；不在名单中时为空') },
      },
    },
    async (request) => services.units(request.query.name),
  )
  addSuggestions(app, services)
  addReport(app, services)
  app.get(
    '/units',
    { schema: { summary: '查单位：在哪份名单中，要交什么', querystring: pageQuery, response: page } },
    async (request, reply) => {
      const asked = (request.query.unit ?? '').trim()
      const html = renderUnitsPage(services.rosters, asked, services.today(), pageLanguage(request.headers))
      return reply.header('vary', languageVary).type('text/html; charset=utf-8').send(html)
    },
  )
}

function addSuggestions(app: App, services: AppServices): void {
  const schema = {
    summary: '边输入边提示名单中的单位：全称、简称、拼音或项目中的字',
    querystring: suggestQuery,
    response: { 200: suggestSchema.describe('最合适的在前') },
  }
  app.get('/api/units/suggest', { schema }, async (request) => {
    const { q, limit } = request.query
    const units = suggestUnits(services.rosters.rows, q, limit)
    return {
      units: units.map(({ unit, short, rows }) => ({ unit, ...(short.length > 0 && { short }), rows: rows.length })),
    }
  })
}

function addReport(app: App, services: AppServices): void {
  const schema = {
    summary: '一个单位按通知的提纲填写的总结（Word），row 为名单中的一行',
    querystring: reportQuery,
    response: file,
  }
  app.get('/api/units/report.docx', { schema }, async (request, reply) => {
    const { notice, row: clause } = request.query
    const { catalogue, rows } = services.rosters
    const row = rows.find(({ entry }) => entry.notice.id === notice && entry.clause.id === clause)
    const template = row && handingIn(catalogue, row).template
    if (!row || !template) throw new Problem(404, '没有这份材料，名单或通知可能已经更换。')
    const { unit, entry } = row
    const report = { ...fillTemplate(template, row), unit, project: projectOf(row), notice: entry.notice }
    const { writeSectionReport } = await import('../../services/downloads/section-report.ts')
    const { fileName, type, body } = await writeSectionReport(report)
    return reply.header('content-disposition', attachment('report.docx', fileName)).type(type).send(body)
  })
}
