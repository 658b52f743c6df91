import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Language } from '../../prompts/approximate-texts.ts'
import { dateSchema, readAnswers } from '../../services/eligibility/answers.ts'
import { assessmentSchema } from '../../services/eligibility/assessment.ts'
import { checkProgramme } from '../../services/eligibility/check-programme.ts'
import { factTexts } from '../../services/eligibility/fact-texts.ts'
import { type Fact, factAt, type FactKey } from '../../services/eligibility/document-facts.ts'
import { factsOf } from '../../services/eligibility/facts-of.ts'
import { match } from '../../services/eligibility/match.ts'
import { parseAnswersJson } from '../../services/eligibility/parse-answers-json.ts'
import { orderProgrammes } from '../../services/eligibility/order-programmes.ts'
import type { ResolvedProgramme } from '../../services/eligibility/resolve-programmes.ts'
import type { Answers } from '../../services/eligibility/rule.ts'
import { describeSuspension, warningOf } from '../../services/eligibility/warning.ts'
import type { AppServices } from '../app-services.ts'
import type { RouteOptions } from '../app-options.ts'
import { Problem } from '../problem.ts'
import { idSchema } from '../validation.ts'
import { renderProgrammeList } from '../web/programme-list.ts'
import { renderProgrammePage } from '../web/programme-page.ts'
import { sendPage } from './send-asset.ts'

export type ProgrammeServices = Pick<AppServices, 'notices' | 'programmes' | 'suspended' | 'today'>

const wordingSchema = z.object({
  prompt: z.string(),
  help: z.string(),
  why: z.string(),
  unit: z.string().optional(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
})

const questionSchema = wordingSchema.extend({
  key: z.string(),
  type: z.enum(['bool', 'int', 'number', 'percent', 'choice', 'date']),
  /** How it is put to those who write English. */
  english: wordingSchema,
})

const windowStatusSchema = z.enum(['not-yet-open', 'open', 'closed'])

const programmeSchema = z.object({
  id: z.string(),
  title: z.string(),
  year: z.int(),
  notice: z.string(),
  window: z.object({ status: windowStatusSchema, opens: z.string().optional(), closes: z.string() }),
  questions: z.array(questionSchema),
  /** What of its notice has changed since the rules were written. */
  warning: z.string().optional(),
})

const params = z.object({ id: idSchema })
/** The body of a check: the answers to what any of the programmes asks, whichever there are at the time. */
const bodySchema = (services: ProgrammeServices) =>
  z.strictObject({
    answers: z
      .unknown()
      .superRefine((input, context) => {
        const read = readAnswers(factsOf(services.programmes), input)
        for (const { path, message } of 'faults' in read ? read.faults : [])
          context.addIssue({ code: 'custom', path: path === '' ? [] : [path], message })
      })
      .transform((input) => input as Answers)
      .meta({ type: 'object', description: answersNote }),
    asOf: dateSchema.optional(),
  })
const answersNote = '键和所要的值见 GET /api/programmes 的 questions；缺少或 null 是不清楚'
const page = { 200: { description: '网页', content: { 'text/html': { schema: z.string() } } } }

const question = (key: FactKey, fact: Fact): z.infer<typeof questionSchema> => ({
  key,
  type: fact.type,
  ...wording(fact, 'zh'),
  english: wording(fact, 'en'),
})

function wording(fact: Fact, language: Language): z.infer<typeof wordingSchema> {
  const { prompt, help, why, unit, options } = factTexts(fact, language)
  return {
    prompt,
    help,
    why,
    ...(unit !== undefined && { unit }),
    ...(options && { options: Object.entries(options).map(([value, label]) => ({ value, label })) }),
  }
}

/** @throws {Problem} 400 with the path of each answer that the programme does not ask for. */
function requireOwnAnswers({ facts }: ResolvedProgramme, answers: Answers): void {
  const others = Object.keys(answers).filter((key) => !Object.hasOwn(facts, key))
  const faults = others.map((key) => ({ path: `answers.${key}`, message: '这个项目不问这一项' }))
  if (faults.length > 0) throw new Problem(400, undefined, faults)
}

type Given = { services: ProgrammeServices; options?: Pick<RouteOptions['options'], 'chatLink'> }

export const programmeRoutes: FastifyPluginAsyncZod<Given> = async (app, { services, options }) => {
  const { notices, today } = services
  const body = bodySchema(services)

  function requireProgramme(id: string): ResolvedProgramme {
    const programme = services.programmes.find((one) => one.id === id)
    const suspended = services.suspended?.find((one) => one.id === id)
    if (suspended) throw new Problem(404, describeSuspension(suspended))
    if (!programme) throw new Problem(404, '没有这个项目。')
    return programme
  }

  // Keys such as __proto__ and numbers such as NaN are to be refused at their place, not with the whole body.
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: unknown, body: string) => {
    try {
      return parseAnswersJson(body)
    } catch {
      throw new Problem(400, '请求正文不是有效的 JSON。')
    }
  })

  app.get(
    '/api/programmes',
    { schema: { summary: '可自查的项目及其问题', response: { 200: z.array(programmeSchema).describe('项目') } } },
    async () =>
      orderProgrammes(services.programmes, today()).map(({ programme, window: { status, opens, closes } }) => {
        const { id, title, year, notice, factKeys: keys, facts, changes } = programme
        return {
          id,
          title,
          year,
          notice,
          window: { status, ...(opens !== undefined && { opens }), closes },
          questions: keys.map((key) => question(key, factAt(facts, key))),
          ...(changes && { warning: warningOf({ changes }) }),
        }
      }),
  )

  app.post(
    '/api/programmes/:id/check',
    {
      schema: {
        summary: '按一个项目的条件核对',
        params,
        body,
        response: { 200: assessmentSchema.describe('核对结果') },
      },
    },
    async (request) => {
      const programme = requireProgramme(request.params.id)
      const { answers, asOf = today() } = request.body
      requireOwnAnswers(programme, answers)
      return checkProgramme(programme, answers, asOf)
    },
  )

  app.post(
    '/api/match',
    {
      schema: {
        summary: '按所有相关项目的条件核对，最合适的在前',
        body,
        response: { 200: z.object({ assessments: z.array(assessmentSchema) }).describe('核对结果') },
      },
    },
    async (request) => {
      const { answers, asOf = today() } = request.body
      return { assessments: match(services.programmes, answers, asOf) }
    },
  )

  app.get('/programmes', { schema: { summary: '可自查的项目', response: page } }, (request, reply) =>
    sendPage(renderProgrammeList(services.programmes, notices.list(), today()), request, reply),
  )

  app.get(
    '/programmes/:id',
    { schema: { summary: '一个项目的申报条件，与通知条款对照', params, response: page } },
    (request, reply) => {
      const programme = requireProgramme(request.params.id)
      const link = options?.chatLink('check', programme.id)
      sendPage(renderProgrammePage(programme, notices.find(programme.notice), today(), link), request, reply)
    },
  )
}
