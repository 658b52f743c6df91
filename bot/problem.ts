import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isOutage } from './outage.ts'

/** RFC 9457, with the places of bad input. */
export const problemSchema = z
  .object({
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** Of a save that came too late: what is stored, and what was sent. */
    stored: z.unknown().optional(),
    submitted: z.unknown().optional(),
  })
  .meta({ id: 'Problem' })

type ProblemDocument = z.infer<typeof problemSchema>
export type InputFault = NonNullable<ProblemDocument['errors']>[number]

const known: Record<number, { title: string; detail: string }> = {
  400: { title: '请求内容有误', detail: '请求的内容不符合接口要求。' },
  401: { title: '未通过验证', detail: '没有通过身份验证。' },
  404: { title: '没有找到', detail: '没有这个地址。' },
  405: { title: '不支持这种请求方法', detail: '这个地址不接受这种请求方法。' },
  409: { title: '已被别人改过', detail: '您打开以后，别人已经改过这里，没有保存。请核对之后再保存。' },
  410: { title: '不再提供', detail: '这里的内容已经不再提供。' },
  413: { title: '请求内容过大', detail: '请求正文不得超过 64 kB。' },
  415: { title: '不支持的内容类型', detail: '请求正文须为 application/json。' },
  422: { title: '与先前的请求不一致', detail: '这个请求与先前的请求不一致。' },
  429: { title: '请求过于频繁', detail: '请求过于频繁，请稍后再试。' },
  500: { title: '服务器内部错误', detail: '处理请求时发生错误，请稍后再试。' },
  503: { title: '服务暂时不可用', detail: '系统的一部分暂时不可用，请稍后再试。' },
}

const notJson = '请求正文不是有效的 JSON。'
const detailsByCode: Record<string, string> = {
  FST_ERR_CTP_INVALID_JSON_BODY: notJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: notJson,
  FST_ERR_BAD_URL: '请求的地址写法有误。',
}

/** An answer other than the one asked for; thrown by routes and told to the client as it stands. */
export class Problem extends Error {
  readonly status: number
  readonly detail: string
  readonly errors: InputFault[] | undefined
  /** Both texts of a save that came too late. */
  readonly texts: { stored: unknown; submitted: unknown } | undefined

  constructor(
    status: number,
    detail = known[status]?.detail ?? '',
    errors?: InputFault[],
    texts?: { stored: unknown; submitted: unknown },
  ) {
    super(detail)
    this.status = status
    this.detail = detail
    this.errors = errors
    this.texts = texts
  }

  get document(): ProblemDocument {
    const { title } = known[this.status] ?? known[this.status < 500 ? 400 : 500]!
    return {
      title,
      status: this.status,
      detail: this.detail,
      ...(this.errors && { errors: this.errors }),
      ...this.texts,
    }
  }
}

/** What the client may know of an error: never its message, which may hold SQL or the words of a person. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const { statusCode, code } = (error ?? {}) as { statusCode?: number; code?: string }
  const status = isOutage(error) ? 503 : (statusCode ?? 500)
  return new Problem(status in known ? status : status < 500 && status >= 400 ? 400 : 500, detailsByCode[code ?? ''])
}

/** When a part that is away may be back, in seconds; for clients that come back by themselves. */
const retryAfterSeconds = 5

/** Fastify's error handler: every error of a request ends here. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error)
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed')
  if (problem.status === 503) reply.header('retry-after', retryAfterSeconds)
  // Without `close` Node reads away what is left of a body that is too large, and the client gets to read the answer.
  if (problem.status === 413) reply.removeHeader('connection')
  reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem.document)
}
