import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import type { Scope } from '../../../services/answering/understand/question.ts'
import { answerWith } from '../../ask-notices.ts'
import type { Known } from '../../known.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { personText } from '../../validation.ts'
import { renderSearchPage, type SearchFound } from '../../web/staff/search-page.ts'

/** Clauses that are shown. */
const most = 20

function nameOf({ notices }: Catalogue, scope: Scope | undefined): string {
  const notice = notices.find(({ id }) => id === scope?.notice)
  const programme = notice?.programmes.find(({ id }) => id === scope?.programme)
  return [notice?.shortTitle, programme?.title].filter(Boolean).join('：')
}

/** What the notices alone make of a question: no answer of staff, no model. */
async function lookFor({ model: _, ...known }: Known, query: string, today: string): Promise<SearchFound> {
  const { answer, inquiry } = await answerWith(known, query, {}, today)
  const ranked = (inquiry?.ranked ?? []).slice(0, most).map(({ entry, score }) => ({
    notice: entry.notice.id,
    clause: entry.clause.id,
    score: Number(score.toFixed(4)),
  }))
  const { status, text, scope } = answer
  return { read: inquiry?.question.text ?? query, status, text, scope: nameOf(known.catalogue, scope), ranked }
}

/** The notices looked through as the assistant does it. */
export const staffSearchRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk; today(): string }> = async (
  app,
  { desk: { known }, today },
) => {
  app.get(
    '/staff/search',
    { schema: { hide: true, querystring: z.strictObject({ q: personText(200, 0).default('') }) } },
    async ({ query: { q }, member }, reply) => {
      const query = q.trim()
      const found = query === '' ? undefined : await lookFor(known(), query, today())
      const page = { member: member!, query, found, catalogue: known().catalogue }
      return reply.type('text/html; charset=utf-8').send(renderSearchPage(page))
    },
  )
}
