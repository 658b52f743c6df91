import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { openAssistant } from '../assistant.ts'
import { forbidTracing, readConfig } from '../config.ts'
import type { Conversation } from '../conversation.ts'
import { exitCodeOf, explainFailure } from '../explain-failure.ts'
import { today } from '../today.ts'
import { personText } from '../validation.ts'
import { replyAsText } from './reply-as-text.ts'

const messageSchema = personText(2000)
const endings = new Set(['/quit', '/exit'])

/** Asks line by line until /quit, Ctrl-D or the end of what is piped in; every line is a message. */
async function converse({ take }: Conversation): Promise<void> {
  const isTyped = process.stdin.isTTY
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: isTyped, prompt: '\n> ' })
  let conversation: string | undefined

  async function answer(line: string): Promise<string> {
    const { data: text, error } = messageSchema.safeParse(line)
    if (error) return error.issues.map(({ message }) => message).join('\n')
    const turn = { id: `terminal-${randomUUID()}`, text, channel: 'terminal' as const }
    const outcome = await take(conversation === undefined ? turn : { ...turn, conversation })
    conversation = outcome.conversation
    return outcome.replies.map(replyAsText).join('\n\n')
  }

  if (isTyped) {
    process.stdout.write('请输入您的问题。/help 说明，/quit 结束。\n')
    lines.prompt()
  }
  for await (const line of lines) {
    if (endings.has(line.trim())) break
    if (line.trim() !== '') process.stdout.write(`${await answer(line)}\n${isTyped ? '' : '\n'}`)
    if (isTyped) lines.prompt()
  }
  lines.close()
}

async function main(): Promise<void> {
  const { promise: failed, reject } = Promise.withResolvers<never>()
  const config = readConfig(process.env)
  forbidTracing(process.env)
  const assistant = await openAssistant({ ...config, today: () => today(config.timeZone), onFailure: reject })
  try {
    await Promise.race([converse(assistant.services.conversation), failed])
  } finally {
    await assistant.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exit(exitCodeOf(error))
})
