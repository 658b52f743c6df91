import { finished, Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { mask } from '../../../services/privacy/mask.ts'
import { audit } from '../../../services/staff/audit.ts'
import { readForExport, writeWorkbook } from '../../../services/staff/export-questions.ts'
import { heavyWorkOf, TooMuchWork } from '../../../services/staff/heavy-work.ts'
import type { ListedQuestion } from '../../../services/staff/list-questions.ts'
import { Problem } from '../../problem.ts'
import { questionJson } from '../../staff/question-json.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { type FilterQuery, filterOf, filterSchema } from './filter-schema.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const file = z.custom<Buffer>().meta({ type: 'string', format: 'binary' })
/** A search may hold what identifies a person. */
const searched = (query: FilterQuery) => ({ ...query, ...(query.q !== undefined && { q: mask(query.q) }) })

const queueSchema = z.object({
  /** How many stand before the first of one's own that waits; absent where none of one's own does. */
  place: z.int().optional(),
  /** Whether one of one's own is being made. */
  isUnderWay: z.boolean(),
  waiting: z.int(),
})

/** How long somebody may take nothing of a file while others wait, in milliseconds. */
const stalledMs = 60_000

type Written = {
  type: string
  name: string
  pieces(questions: AsyncIterable<ListedQuestion>): AsyncIterable<Buffer | string>
}

async function* asJson(questions: AsyncIterable<ListedQuestion>): AsyncGenerator<string> {
  yield '{"questions":['
  let comma = ''
  for await (const question of questions) {
    yield `${comma}${JSON.stringify(questionJson(question))}`
    comma = ','
  }
  yield ']}'
}

export const exportRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk: { db, timeZone } }) => {
  const work = () => heavyWorkOf(db)

  /** Sends a file when nothing else heavy is done, piece by piece as it is taken. */
  async function send(request: FastifyRequest<{ Querystring: FilterQuery }>, reply: FastifyReply, as: Written) {
    const { query, member } = request
    const who = member!.name
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    await audit(db, { who, action: 'exported', subject: as.name, after: searched(query) })
    const { promise: begun, resolve: begin, reject: fail } = Promise.withResolvers<Readable>()
    const task = () => {
      const stream = Readable.from(as.pieces(readForExport(db, filterOf(query, who), gone.signal)))
      begin(stream)
      reply.raw.setTimeout(stalledMs, () => reply.raw.destroy())
      // The work is done when all of it has been taken, or nobody is there to take it.
      return new Promise<void>((done) => finished(stream, () => done()))
    }
    work().run({ who, what: as.name }, task, gone.signal).catch(fail)
    const stream = await begun.catch((error: unknown) => {
      throw error instanceof TooMuchWork ? new Problem(503, '等着导出的已经很多，请过几分钟再试。') : error
    })
    return reply
      .type(as.type)
      .header('content-disposition', `attachment; filename="${as.name.replace('export', 'questions')}"`)
      .send(stream)
  }

  app.get(
    '/api/staff/export.xlsx',
    {
      schema: {
        summary: '提问记录的表格，条件与列表相同，最多十万条；同时只做一份，其余排队',
        querystring: filterSchema,
        response: { 200: { description: '表格', content: { [workbook]: { schema: file } } } },
      },
    },
    (request, reply) =>
      send(request, reply, {
        type: workbook,
        name: 'export.xlsx',
        pieces: (questions) => writeWorkbook(questions, timeZone),
      }),
  )

  app.get(
    '/api/staff/export.json',
    {
      schema: {
        summary: '提问记录，条件与列表相同，最多十万条；同时只做一份，其余排队',
        querystring: filterSchema,
        response: { 200: { description: '提问记录', content: { 'application/json': { schema: file } } } },
      },
    },
    (request, reply) => send(request, reply, { type: 'application/json', name: 'export.json', pieces: asJson }),
  )

  app.get(
    '/api/staff/exports',
    { schema: { summary: '自己的导出排在第几', response: { 200: queueSchema.describe('排队情况') } } },
    async ({ member }) => {
      const all = work().waiting()
      const own = all.filter(({ who, what }) => who === member!.name && what.startsWith('export.'))
      const first = own.find((one) => !one.isUnderWay)
      return {
        ...(first && { place: first.place }),
        isUnderWay: own.some((one) => one.isUnderWay),
        waiting: all.filter((one) => !one.isUnderWay).length,
      }
    },
  )
}
