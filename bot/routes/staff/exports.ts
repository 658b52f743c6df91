import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../../services/staff/audit.ts'
import { mask } from '../../../services/privacy/mask.ts'
import { readForExport, writeWorkbook } from '../../../services/staff/export-questions.ts'
import { questionJson } from '../../staff/question-json.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { filterOf, filterSchema } from './filter-schema.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** A search may hold what identifies a person. */
const searched = (query: z.infer<typeof filterSchema>) => ({
  ...query,
  ...(query.q !== undefined && { q: mask(query.q) }),
})
const file = z.custom<Buffer>().meta({ type: 'string', format: 'binary' })

export const exportRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk: { db, timeZone } }) => {
  app.get(
    '/api/staff/export.xlsx',
    {
      schema: {
        summary: '提问记录的表格，条件与列表相同，最多两万条',
        querystring: filterSchema,
        response: { 200: { description: '表格', content: { [workbook]: { schema: file } } } },
      },
    },
    async ({ query, member }, reply) => {
      await audit(db, { who: member!.name, action: 'exported', subject: 'export.xlsx', after: searched(query) })
      const body = await writeWorkbook(await readForExport(db, filterOf(query)), timeZone)
      return reply
        .type(workbook)
        .header('content-disposition', 'attachment; filename="questions.xlsx"')
        .serializer((sent: string) => sent)
        .send(body)
    },
  )

  app.get(
    '/api/staff/export.json',
    {
      schema: {
        summary: '提问记录，条件与列表相同，最多两万条',
        querystring: filterSchema,
        response: { 200: { description: '提问记录', content: { 'application/json': { schema: file } } } },
      },
    },
    async ({ query, member }, reply) => {
      await audit(db, { who: member!.name, action: 'exported', subject: 'export.json', after: searched(query) })
      const questions = (await readForExport(db, filterOf(query))).map(questionJson)
      return reply
        .type('application/json')
        .header('content-disposition', 'attachment; filename="questions.json"')
        .serializer((sent: unknown) => sent as string)
        .send(JSON.stringify({ questions }) as never)
    },
  )
}
