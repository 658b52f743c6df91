import { describe, expect, test } from 'vitest'
import { jsonOf, startApp } from '../support/app.ts'

const routes = [
  'GET /api/replies/{id}/{name}',
  'POST /api/programmes/{id}/fields/{item}/length',
  'POST /api/chat',
  'POST /api/chat/news',
  'GET /api/notices',
  'GET /api/notices/{id}',
  'GET /notices/{id}',
  'POST /api/search',
  'GET /api/units',
  'GET /api/units/suggest',
  'GET /api/units/report.docx',
  'GET /units',
  'GET /api/programmes',
  'POST /api/programmes/{id}/check',
  'POST /api/match',
  'GET /programmes',
  'GET /programmes/{id}',
  'POST /api/feedback',
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
]

async function describedApi() {
  const { url } = await startApp()
  const response = await fetch(`${url}/openapi.json`)
  expect(response.status).toBe(200)
  return jsonOf(response)
}

/** Every value under a key of this name, however deep. */
function valuesOf(key: string, node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, value]) => [...(name === key ? [value] : []), ...valuesOf(key, value)])
}

describe('/openapi.json', () => {
  test.each(routes)('describes %s', async (route) => {
    const [method, path] = route.split(' ') as [string, string]
    const operation = (await describedApi()).paths[path]?.[method.toLowerCase()]
    expect(operation?.summary).toMatch(/\p{Script=Han}/u)
    const [success] = Object.keys(operation.responses)
    expect(success).toMatch(/^20[04]$/)
    expect(operation.responses.default.content).toEqual({
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    })
  })

  test('tells what an idempotency key must be, and what becomes of one that was used', async () => {
    const { parameters, responses } = (await describedApi()).paths['/api/chat'].post
    expect(parameters).toEqual([
      expect.objectContaining({ in: 'header', name: 'idempotency-key', description: expect.stringContaining('UUID') }),
    ])
    expect(responses['422'].description).toContain('Idempotency-Key')
    expect(Object.keys(responses['422'].content)).toEqual(['application/problem+json'])
  })

  test('describes nothing else', async () => {
    const { paths, openapi } = await describedApi()
    const described = Object.entries(paths as Record<string, object>).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(described.toSorted()).toEqual(routes.toSorted())
    expect(openapi).toBe('3.1.0')
  })

  test('points only at what is there', async () => {
    const document = await describedApi()
    const references = valuesOf('$ref', document) as string[]
    expect(references.length).toBeGreaterThan(0)
    for (const reference of references) {
      const steps = reference.replace(/^#\//, '').split('/')
      expect(
        steps.reduce((node, step) => node?.[step], document),
        reference,
      ).toBeTypeOf('object')
    }
  })

  test('says of a message what the server checks', async () => {
    const { paths } = await describedApi()
    const { schema } = paths['/api/chat'].post.requestBody.content['application/json']
    expect(schema).toMatchObject({
      required: ['message'],
      additionalProperties: false,
      properties: { message: { type: 'string', minLength: 1, maxLength: 2000 }, conversation: { maxLength: 100 } },
    })
    expect(Object.keys(paths['/api/chat'].post.responses[200].content)).toEqual([
      'application/json',
      'text/event-stream',
    ])
    expect(paths['/api/search'].post.requestBody.content['application/json'].schema.properties.limit).toMatchObject({
      type: 'integer',
      minimum: 1,
      maximum: 50,
      default: 10,
    })
  })
})
