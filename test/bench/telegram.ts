import { BotApiServer } from '../support/bot-api/bot-api-server.ts'
import { Person } from '../support/bot-api/person.ts'
import { chatPage, type Running, startCommand } from '../support/start-command.ts'
import { type Figure, latencies } from './figure.ts'
import { questions } from './samples.ts'
import { inTemporaryDirectory } from './temporary-database.ts'

const chats = 1_000
/** How long all answers together may take, in milliseconds. */
const limitMs = 60_000
const webhookPort = 39_417
const secret = 'benchmark-secret'

/**
 * Measures the Telegram channel from outside: a process of its own as `npm start` makes it, and a Bot API server on
 * loopback that delivers each update three times. A thousand people ask at once; how many answers are lost, and how many come twice, is measured.
 */
export async function measureTelegram(): Promise<Figure[]> {
  const polling = await measureCrowd('telegram, polling', {})
  const webhook = await measureCrowd('telegram, webhook', {
    PORT: String(webhookPort),
    TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${webhookPort}/telegram`,
    TELEGRAM_WEBHOOK_SECRET: secret,
  })
  return [...polling, ...webhook]
}

async function measureCrowd(name: string, env: Record<string, string>): Promise<Figure[]> {
  return inTemporaryDirectory(async (directory) => {
    const api = await new BotApiServer().open()
    api.delivery.repeats = 3
    const running = startCommand('start', {
      DATA_DIR: directory,
      PORT: '0',
      TELEGRAM_BOT_TOKEN: BotApiServer.token,
      TELEGRAM_API_ROOT: api.root,
      ...env,
    })
    try {
      await running.until(chatPage)
      await running.until(/Telegram @/)
      return await measureAnswers(name, api, running)
    } finally {
      running.child.kill('SIGTERM')
      await running.ended
      await api.close()
    }
  })
}

async function measureAnswers(name: string, api: BotApiServer, running: Running): Promise<Figure[]> {
  const people = Array.from({ length: chats }, (_, at) => new Person(api, 10_000 + at))
  const begun = performance.now()
  const saidAt = new Map(people.map((person, at) => [person.chat, sayAt(person, at)]))
  const answered = new Map<number, number>()
  api.onCall = ({ method, payload, at }) => {
    const chat = Number(payload.chat_id)
    if (method === 'sendMessage' && !answered.has(chat)) answered.set(chat, at - saidAt.get(chat)!)
  }
  // Who is not answered by then counts as lost.
  await api.until(() => answered.size === chats, { ms: limitMs }).catch(() => undefined)
  const seconds = (performance.now() - begun) / 1000
  // What was delivered again must have been seen before anything can be said of doubles.
  running.child.kill('SIGTERM')
  await running.ended
  const sent = api.callsOf('sendMessage').length
  const different = new Set(api.chats.messages.map(({ chat, text }) => `${chat.id} ${text}`)).size
  return [
    ...latencies(`${name}: ${chats} chats at once, delivery to answer`, [...answered.values()]),
    { name: `${name}: answers`, value: answered.size / seconds, unit: '1/s' },
    { name: `${name}: lost`, value: chats - answered.size, unit: '' },
    { name: `${name}: doubled`, value: sent - different, unit: '' },
  ]
}

function sayAt(person: Person, at: number): number {
  person.say(questions[at % questions.length]!.question)
  return performance.now()
}
