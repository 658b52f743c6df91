import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import Fastify from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { replySchema } from '../../services/reply.ts'
import { atOnce, questionAt } from './served.ts'

const outcomeSchema = z.object({ conversation: z.string(), replies: z.array(replySchema) })
const bodySchema = z.strictObject({ conversation: z.string().max(100).optional(), message: z.string().max(2000) })

/** Answers every message with the same JSON, which it checks as the assistant does: what HTTP alone costs. */
async function answerAlways(outcome: z.infer<typeof outcomeSchema>): Promise<void> {
  const app = Fastify().withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.route({
    method: 'POST',
    url: '/api/chat',
    schema: { body: bodySchema, response: { 200: outcomeSchema } },
    handler: async () => outcome,
  })
  process.stdout.write(await app.listen({ port: 0, host: '127.0.0.1' }))
}

/** Replies per second of a bare Fastify, in a process of its own, that answers what the assistant at `url` did. */
export async function bareServerRate(url: string, conversations: number, turnsEach: number): Promise<number> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: questionAt(0) }),
  })
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), await response.text()])
  try {
    const [address] = (await once(child.stdout, 'data')) as [Buffer]
    return (await atOnce([address.toString()], conversations, turnsEach)).rate
  } finally {
    child.kill()
  }
}

if (import.meta.main) await answerAlways(outcomeSchema.parse(JSON.parse(process.argv[2]!)))
