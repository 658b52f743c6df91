import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { actionSchema, citationSchema, replySchema } from '../services/reply.ts'
import { problemSchema } from './problem.ts'

const components = { Reply: replySchema, Citation: citationSchema, Action: actionSchema }
for (const [id, schema] of Object.entries(components)) z.globalRegistry.add(schema, { id })

const info = {
  title: '知询',
  description: '依据知识产权局通知作答、核对申报条件。出错时一律返回 application/problem+json（RFC 9457）。',
  version: '1',
}

const problemResponse = {
  description: '未能完成请求',
  content: { 'application/problem+json': { schema: problemSchema } },
}

/** Describes every route by the very schemas that check it, and the problem any of them may answer with. */
export function describeApi(app: FastifyInstance): void {
  app.register(swagger, {
    openapi: { openapi: '3.1.0', info },
    transform: ({ schema, ...route }) => {
      const response = { default: problemResponse, ...(schema?.response as object) }
      return jsonSchemaTransform({ ...route, schema: { ...schema, response } })
    },
    transformObject: jsonSchemaTransformObject,
  })
}
