import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ImportError } from '../../../knowledge/importing/import-error.ts'
import { readXlsx } from '../../../knowledge/importing/read-xlsx.ts'
import { documentTexts as texts } from '../../../prompts/document-fault-texts.ts'
import { reviewSheetTexts as words } from '../../../prompts/review-sheet-texts.ts'
import { addRemarks, ruleHash } from '../../../services/staff/programmes/remarks.ts'
import { casesOf, readReview, reviewSheet } from '../../../services/staff/programmes/review-sheet.ts'
import { wholeWorkbook } from '../../../services/staff/stream-workbook.ts'
import type { HeldProgramme } from '../../programme-desk/held-programme.ts'
import type { ProgrammeDesk } from '../../programme-desk/programme-desk.ts'
import { Problem } from '../../problem.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { idSchema, personText } from '../../validation.ts'
import { fileOf, sayTooLarge, takeForms } from './multipart.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const params = z.object({ id: idSchema })
const reviewer = { config: { role: 'reviewer' as const } }
const file = z.custom<Buffer>().meta({ type: 'string', format: 'binary' })
const form = z.custom<FormData>().meta({
  type: 'object',
  properties: { file: { type: 'string', format: 'binary' } },
  required: ['file'],
})
const readSchema = z.object({
  right: z.int(),
  wrong: z.int(),
  noted: z.int(),
  cases: z.int(),
  unread: z.array(z.string()).describe('没有读懂的例子，已记作备注'),
})

async function require(programmes: ProgrammeDesk, id: string): Promise<HeldProgramme> {
  const found = await programmes.find(id)
  if (!found) throw new Problem(404, texts.noSuchProgramme(id))
  return found
}

function cellsOf(bytes: Uint8Array): string[][] {
  try {
    return readXlsx(bytes)
  } catch (error) {
    throw error instanceof ImportError ? new Problem(400, `${error.message}。`) : error
  }
}

/** The sheet on which the owner of a notice checks the rules, and what they say of them. */
export const programmeReviewRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk }) => {
  const { programmes, db } = desk
  takeForms(app)

  app.get(
    '/api/staff/programmes/:id/review.xlsx',
    {
      schema: {
        summary: '核对表：一行一个条件，附条款、规则说明和两边的例子',
        params,
        response: { 200: { description: '表格', content: { [workbook]: { schema: file } } } },
      },
    },
    async ({ params: { id } }, reply) => {
      const { document } = await require(programmes, id)
      const body = await wholeWorkbook(reviewSheet(document, programmes.notice(document.notice)))
      return reply
        .type(workbook)
        .header('content-disposition', `attachment; filename="review-${id}.xlsx"`)
        .serializer((sent: string) => sent)
        .send(body)
    },
  )

  app.post(
    '/api/staff/programmes/:id/review.xlsx',
    {
      ...reviewer,
      errorHandler: sayTooLarge,
      schema: {
        summary: '上传填好的核对表：对或不对、备注和例子',
        params,
        consumes: ['multipart/form-data'],
        body: form,
        response: { 200: readSchema.describe('读到的意见') },
      },
    },
    async ({ params: { id }, body, member }) => {
      const { document } = await require(programmes, id)
      const rows = cellsOf(new Uint8Array(await fileOf(body).arrayBuffer()))
      const read = readReview(rows, document, member!.name)
      if (!read) throw new Problem(400, words.otherSheet)
      if (read.remarks.length === 0) throw new Problem(400, words.nothing)
      await addRemarks(db, member!.name, id, read.remarks)
      const count = (isRight: boolean | null) => read.remarks.filter((one) => one.isRight === isRight).length
      const cases = read.remarks.reduce((sum, one) => sum + one.cases.length, 0)
      return { right: count(true), wrong: count(false), noted: count(null), cases, unread: read.unread }
    },
  )

  app.post(
    '/api/staff/programmes/:id/remarks',
    {
      ...reviewer,
      schema: {
        summary: '说一个条件的规则对不对',
        params,
        body: z.strictObject({ criterion: idSchema, isRight: z.boolean(), remark: personText(1000).optional() }),
        response: { 204: z.undefined().describe('已记下') },
      },
    },
    async ({ params: { id }, body, member }, reply) => {
      const { document } = await require(programmes, id)
      const criterion = document.criteria.find((one) => one.id === body.criterion)
      if (!criterion) throw new Problem(404, texts.noSuchProgramme(body.criterion))
      const { isRight, remark = '' } = body
      const cases = isRight ? casesOf(criterion, document.facts) : []
      const said = { criterion: criterion.id, isRight, remark, rule: ruleHash(criterion), cases, who: member!.name }
      await addRemarks(db, member!.name, id, [said])
      return reply.code(204).send()
    },
  )
}
