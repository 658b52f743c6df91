import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { openAssistant } from '../assistant.ts'
import { forbidTracing, readConfig, secretsIn } from '../config.ts'
import type { AppServices } from '../app-services.ts'
import { exitCodeOf, explainFailure } from '../explain-failure.ts'
import { today } from '../today.ts'
import { personText } from '../validation.ts'
import { type LastChat, lastChat } from './last-chat.ts'
import { saveDownloads } from './save-downloads.ts'
import { painted, turnAsText } from './reply-as-text.ts'

const messageSchema = personText(2000)
const endings = new Set(['/quit', '/exit'])

/** Asks line by line until /quit, Ctrl-D or the end of what is piped in; every line is a message. */
async function converse({ conversation: { take, hasNews }, downloads }: AppServices, last: LastChat): Promise<void> {
  const isTyped = process.stdin.isTTY
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: isTyped, prompt: '\n> ' })
  let conversation: string | undefined
  /** The last reply that files go with. */
  let assessed: string | undefined

  async function answer(line: string): Promise<string> {
    const { data: text, error } = messageSchema.safeParse(line)
    if (error) return error.issues.map(({ message }) => message).join('\n')
    const turn = { id: `terminal-${randomUUID()}`, text, channel: 'terminal' as const }
    const outcome = await take(conversation === undefined ? turn : { ...turn, conversation })
    conversation = outcome.conversation
    if (isTyped) last.keep(conversation)
    assessed = outcome.replies.find((reply) => reply.kind === 'assessment')?.id ?? assessed
    return turnAsText(outcome.replies, painted)
  }

  async function save(directory: string): Promise<string> {
    if (assessed === undefined) return '还没有自查结果可以保存。'
    try {
      const paths = await saveDownloads(downloads, assessed, directory)
      return paths.length > 0 ? ['已保存：', ...paths].join('\n') : '这次自查的结果已经删除。'
    } catch (error) {
      return `没能保存到 ${directory}：${(error as Error).message}`
    }
  }

  if (isTyped) {
    process.stdout.write('请输入您的问题，选项输入前面的数字就行。/help 说明，/save 目录 保存自查结果，/quit 结束。\n')
    const before = last.find()
    // Whoever comes back to something new goes on where it was.
    if (before !== undefined && (await hasNews?.(before))) {
      conversation = before
      process.stdout.write(`${await answer('/news')}\n`)
    }
    lines.prompt()
  }
  for await (const line of lines) {
    if (endings.has(line.trim())) break
    const saving = /^\/save(?:\s+(?<directory>.+))?$/u.exec(line.trim())
    if (line.trim() !== '')
      process.stdout.write(
        `${await (saving ? save(saving.groups?.directory ?? '.') : answer(line))}\n${isTyped ? '' : '\n'}`,
      )
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
    await Promise.race([converse(assistant.services, lastChat(config.dataDir)), failed])
  } finally {
    await assistant.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error, secretsIn(process.env))}\n`)
  process.exit(exitCodeOf(error))
})
