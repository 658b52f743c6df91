import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { faqStates } from '../../../services/faq/faq.ts'
import { countUses } from '../../../services/faq/count-uses.ts'
import { faqsOfGroup, findFaq, listFaqs, subjectOf } from '../../../services/faq/faq-store.ts'
import { returnFaqs } from '../../../services/faq/return-faqs.ts'
import { listChanges } from '../../../services/staff/audit.ts'
import { countWaiting } from '../../../services/staff/count-waiting.ts'
import { groupsPerPage, listGroups, wordingsOf } from '../../../services/staff/list-groups.ts'
import { listQuestions, questionsOf, questionsPerPage } from '../../../services/staff/list-questions.ts'
import { nearGroups } from '../../../services/staff/near-groups.ts'
import { readConversation } from '../../../services/staff/read-conversation.ts'
import { groupSubject } from '../../../services/staff/review-question.ts'
import { possibleAssignees, tagsInUse } from '../../../services/staff/tags.ts'
import { findSwitches } from '../../../services/staff/switches.ts'
import { Problem } from '../../problem.ts'
import { binDays } from '../../staff/bins.ts'
import { periodOf, readOverview } from '../../staff/overview.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { idSchema } from '../../validation.ts'
import { renderAuditPage } from '../../web/staff/audit-page.ts'
import { renderFaqPage, renderFaqsPage } from '../../web/staff/faqs-page.ts'
import { renderOverviewPage } from '../../web/staff/overview-page.ts'
import { groupItem, questionItem } from '../../web/staff/question-list.ts'
import { renderQuestionPage } from '../../web/staff/question-page.ts'
import { renderQuestionsPage } from '../../web/staff/questions-page.ts'
import { renderSwitchesPage } from '../../web/staff/switches-page.ts'
import { filterOf, filterSchema } from './filter-schema.ts'
import { periodSchema } from './period-schema.ts'

const html = 'text/html; charset=utf-8'
const hide = { hide: true } as const
const admin = { config: { role: 'admin' as const } }
const pageSchema = z.strictObject({ page: z.coerce.number().int().min(1).max(100_000).default(1) })
const faqParams = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })

/** The pages of the console. */
export const staffPageRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk; today(): string }> = async (
  app,
  { desk, today },
) => {
  const { db, known, timeZone } = desk
  const assigningOf = async (me: string) => ({
    me,
    colleagues: await possibleAssignees(db),
    tags: await tagsInUse(db),
  })

  app.get('/staff', { schema: { ...hide, querystring: periodSchema } }, async ({ query, member }, reply) => {
    const period = periodOf(today(), query)
    const overview = await readOverview(desk, period, today(), binDays(period))
    return reply.type(html).send(renderOverviewPage({ member: member!, overview, ...known() }))
  })

  app.get('/staff/', { schema: hide }, (_request, reply) => reply.redirect('/staff', 303))

  app.get('/staff/questions', { schema: { ...hide, querystring: filterSchema } }, async ({ query, member }, reply) => {
    const { queue = 'unanswered', view = 'groups', page = 1 } = query
    const review = query.review ?? (queue === 'all' || query.q !== undefined ? undefined : 'new')
    const filter = filterOf({ ...query, queue, review }, member!.name)
    const isGrouped = view === 'groups'
    const found = isGrouped ? await listGroups(db, filter, page) : await listQuestions(db, filter, page)
    const items =
      'groups' in found
        ? found.groups.map((group) => groupItem(group, timeZone))
        : found.questions.map((question) => questionItem(question, timeZone))
    const { catalogue, programmes } = known()
    return reply.type(html).send(
      renderQuestionsPage({
        member: member!,
        query: { ...query, queue, view, review },
        assigning: await assigningOf(member!.name),
        notices: catalogue.notices,
        programmes,
        items,
        total: found.total,
        perPage: isGrouped ? groupsPerPage : questionsPerPage,
      }),
    )
  })

  app.get(
    '/staff/questions/:id',
    { schema: { ...hide, params: z.object({ id: idSchema }) } },
    async ({ params, member }, reply) => {
      const [question] = await questionsOf(db, [params.id])
      if (!question) throw new Problem(404, '没有这个提问。')
      const conversation = await readConversation(db, question.conversation, question.id)
      const wordings = await wordingsOf(db, question.group)
      const faqs = await faqsOfGroup(db, question.group)
      const near = await nearGroups(db, question.group)
      const { changes: history } = await listChanges(db, { subject: groupSubject(question.group) })
      const waiting = (await countWaiting(db, [question.group])).get(question.group) ?? 0
      const assigning = await assigningOf(member!.name)
      const { catalogue } = known()
      const shown = { question, conversation, wordings, near, faqs, waiting, history, assigning, catalogue, timeZone }
      return reply.type(html).send(renderQuestionPage({ member: member!, ...shown }))
    },
  )

  app.get('/staff/faqs', { schema: hide }, async ({ member }, reply) => {
    const { catalogue } = known()
    await returnFaqs(db, catalogue, today())
    const faqs = await listFaqs(db, faqStates)
    const uses = await countUses(
      db,
      faqs.map((faq) => faq.id),
    )
    return reply.type(html).send(renderFaqsPage({ member: member!, faqs, uses, catalogue }))
  })

  app.get('/staff/faqs/:id', { schema: { ...hide, params: faqParams } }, async ({ params: { id }, member }, reply) => {
    const { catalogue } = known()
    await returnFaqs(db, catalogue, today())
    const faq = await findFaq(db, id)
    if (!faq) throw new Problem(404, '没有这条答复。')
    const { changes: history } = await listChanges(db, { subject: subjectOf(id) })
    const uses = (await countUses(db, [id])).get(id)
    return reply.type(html).send(renderFaqPage({ member: member!, faq, uses, history, catalogue, timeZone }))
  })

  app.get('/staff/switches', { ...admin, schema: hide }, async ({ member }, reply) =>
    reply.type(html).send(renderSwitchesPage(member!, await findSwitches(db))),
  )

  app.get('/staff/audit', { ...admin, schema: { ...hide, querystring: pageSchema } }, async (request, reply) => {
    const { page } = request.query
    const { changes, hasMore } = await listChanges(db, { page })
    return reply.type(html).send(renderAuditPage({ member: request.member!, changes, page, hasMore, timeZone }))
  })
}
