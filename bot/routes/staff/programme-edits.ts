import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { documentTexts as texts } from '../../../prompts/document-fault-texts.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import { EditFault } from '../../../services/drafting/edit-condition.ts'
import { type DocumentEdit, editDocument } from '../../../services/drafting/edit-document.ts'
import type { ProgrammeDocument } from '../../../services/eligibility/document.ts'
import { factsOf } from '../../../services/eligibility/facts-of.ts'
import type { Known } from '../../known.ts'
import { Problem } from '../../problem.ts'
import { previewEdit } from '../../programme-desk/preview-edit.ts'
import { settleQuote } from '../../programme-desk/settle-quote.ts'
import { editSchema } from '../../staff/edit-input.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { idSchema } from '../../validation.ts'

const params = z.object({ id: idSchema })
const editor = { config: { role: 'editor' as const } }
const version = z.int().min(0).describe('所依据的版本；还没有人改过的是 0')
const savedSchema = z.object({ id: z.string(), version }).describe('保存好的项目')
const previewSchema = z
  .object({
    required: z.string(),
    prompts: z.array(
      z.object({
        prompt: z.string(),
        examples: z.array(z.object({ answer: z.string(), status: z.string() })),
      }),
    ),
    unnamed: z.array(z.number()).describe('原话里没有的界限'),
  })
  .describe('改了以后的规则')

/** @throws {Problem} 400 where the change doesn't suit what is there, or rests on words that no notice says. */
function edited(
  { programmes, catalogue }: Pick<Known, 'programmes' | 'catalogue'>,
  document: ProgrammeDocument,
  edit: DocumentEdit,
): ProgrammeDocument {
  const settled = settleQuote(catalogue.notices, document, edit)
  if ('problem' in settled) throw new Problem(400, settled.problem)
  try {
    return editDocument(document, settled.edit, factsOf(programmes))
  } catch (error) {
    if (error instanceof EditFault) throw new Problem(400, error.message || words.unsuitable)
    throw error
  }
}

/** One change at a time to a programme, and what it would make of a rule. */
export const programmeEditRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk }) => {
  const { programmes, known } = desk

  app.post(
    '/api/staff/programmes/:id/edits',
    {
      ...editor,
      schema: {
        summary: '改一个自查项目的一处；还不会用来核对',
        params,
        body: z.strictObject({ version, edit: editSchema }),
        response: { 200: savedSchema },
      },
    },
    async ({ params: { id }, body, member }) => {
      const found = await programmes.find(id)
      if (!found) throw new Problem(404, texts.noSuchProgramme(id))
      if (found.version !== body.version)
        throw new Problem(409, undefined, undefined, { stored: found, submitted: body })
      const { edit } = body
      const made =
        edit.edit === 'gone'
          ? await programmes.letGo(member!.name, id, body.version, edit)
          : await programmes.save(member!.name, id, body.version, edited(known(), found.document, edit))
      if (made.kind === 'refused') throw new Problem(400, undefined, made.faults)
      if (made.kind === 'stale') throw new Problem(409, undefined, undefined, { stored: made.stored, submitted: body })
      if (made.kind === 'missing') throw new Problem(404, texts.noSuchProgramme(id))
      return { id, version: made.programme.version }
    },
  )

  app.post(
    '/api/staff/programmes/:id/edits/preview',
    {
      ...editor,
      schema: {
        summary: '一处改动会让规则变成什么样；什么都不保存',
        params,
        body: z.strictObject({ edit: editSchema }),
        response: { 200: previewSchema },
      },
    },
    async ({ params: { id }, body: { edit } }) => {
      const found = await programmes.find(id)
      if (!found) throw new Problem(404, texts.noSuchProgramme(id))
      const { document } = found
      const preview =
        edit.edit === 'gone'
          ? undefined
          : previewEdit(document, edited(known(), document, edit), edit, programmes.today())
      if (!preview) throw new Problem(400, words.unsuitable)
      return preview
    },
  )
}
