import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { spokenTexts as words } from '../../../prompts/spoken-texts.ts'
import type { Draft } from '../../../services/staff/notices/draft.ts'
import {
  dropProposal,
  keepProposals,
  listProposals,
  type Waiting,
  withProposal,
} from '../../../services/staff/notices/proposals.ts'
import { switchesInForce } from '../../../services/staff/switches.ts'
import { Problem } from '../../problem.ts'
import { versionSchema } from '../../staff/faq-input.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { idSchema } from '../../validation.ts'
import { madeOf, requireDraft } from './told-draft.ts'

const params = z.object({ id: idSchema })
/** Only those who may take them see them. */
const editor = { config: { role: 'editor' as const } }

const proposalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('question'), question: z.string(), clause: z.string(), quote: z.string() }),
  z.object({ kind: z.literal('name'), name: z.string() }),
  z.object({ kind: z.literal('equivalent'), said: z.string(), written: z.string() }),
])
const waitingSchema = z.object({
  proposals: z.array(z.object({ id: z.int(), proposal: proposalSchema, model: z.string() })),
})

/** The model that may be asked now, where one is configured and not switched off. */
export async function modelOf({ db, known }: StaffDesk) {
  const { model } = known()
  return model && !(await switchesInForce(db)).model.off ? model : undefined
}

/** What waits to be taken or refused of what a model proposed for a draft. */
export async function waitingFor({ db, notices }: StaffDesk, draft: Draft): Promise<Waiting[]> {
  const { notice } = await notices.reading(draft)
  return listProposals(db, draft.id, notice)
}

/** Where staff have a model propose how people may speak of a notice, and take or refuse what it proposes. */
export const noticeProposalRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk }) => {
  const { db, known, notices } = desk

  app.get(
    '/api/staff/notices/:id/proposals',
    {
      ...editor,
      schema: {
        summary: '模型为这份草稿提议的问法、简称和说法，还没有采用',
        params,
        response: { 200: waitingSchema.describe('提议') },
      },
    },
    async (request) => ({ proposals: await waitingFor(desk, await requireDraft(notices, request.params.id)) }),
  )

  app.post(
    '/api/staff/notices/:id/proposals',
    {
      ...editor,
      schema: {
        summary: '请模型提议这份草稿的问法、简称和说法；以前的提议换掉',
        params,
        response: { 200: waitingSchema.describe('提议') },
      },
    },
    async (request) => {
      const draft = await requireDraft(notices, request.params.id)
      const model = await modelOf(desk)
      if (!model) throw new Problem(400, words.noModel)
      const { notice } = await notices.reading(draft)
      const proposed = await model.proposeSpoken(notice, known().catalogue.notices).catch(() => {
        throw new Problem(503, words.failed)
      })
      await keepProposals(db, draft.id, proposed)
      return { proposals: await waitingFor(desk, draft) }
    },
  )

  app.post(
    '/api/staff/notices/:id/proposals/:proposal',
    {
      ...editor,
      schema: {
        summary: '采用一条提议，记在草稿里；或者不用，删掉',
        params: z.object({ id: idSchema, proposal: z.coerce.number().int() }),
        body: z.strictObject({ version: versionSchema, take: z.boolean() }),
        response: { 204: z.undefined().describe('已采用或删掉') },
      },
    },
    async ({ params: { id, proposal: number }, body: { version, take }, member }, reply) => {
      const draft = await requireDraft(notices, id)
      const found = (await waitingFor(desk, draft)).find((one) => one.id === number)
      if (!found) throw new Problem(404, words.noProposal)
      if (take) {
        const { notice } = await notices.reading(draft)
        const spoken = withProposal(notice.spoken, found.proposal)
        const told = { ...draft.told, given: { ...draft.told.given, spoken } }
        madeOf(await notices.change(member!.name, draft, version, told), { take, proposal: found.proposal })
      }
      await dropProposal(db, id, number)
      return reply.code(204).send()
    },
  )
}
