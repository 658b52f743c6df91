import { openDatabase } from '../../knowledge/database/connect.ts'
import { chatPage, type Running, startCommand } from '../support/start-command.ts'
import { fault, OfficialAccount, setup } from '../support/wechat/official-account.ts'
import { type Figure, latencies } from './figure.ts'
import { questions } from './samples.ts'
import { inTemporaryDirectory } from './temporary-database.ts'

const chats = 1_000

/**
 * Measures the WeChat channel from outside: a process of its own as `npm start` makes it, and an account that sends each
 * message encrypted, and again where nothing comes within five seconds. A thousand people ask at once; `late` were told that
 * it takes longer, `lost` read that the account is out of order, `doubled` were
 * answered more than once.
 */
export async function measureWeChat(): Promise<Figure[]> {
  return inTemporaryDirectory(async (directory) => {
    const running = startCommand('start', {
      DATA_DIR: directory,
      PORT: '0',
      WECHAT_TOKEN: setup.token,
      WECHAT_APP_ID: setup.appId,
      WECHAT_AES_KEY: setup.aesKey,
    })
    const figures = await measured(running)
    const doubled = (await turnsIn(directory)) - chats
    return [...figures, { name: 'wechat: doubled', value: doubled, unit: '' }]
  })
}

async function measured(running: Running): Promise<Figure[]> {
  try {
    const [, url] = await running.until(chatPage)
    return await measureAnswers(new OfficialAccount(url!, setup))
  } finally {
    running.child.kill('SIGTERM')
    await running.ended
  }
}

/** How many messages were answered, each as often as it was: the process has ended, and its database can be opened. */
async function turnsIn(dataDir: string): Promise<number> {
  const { db, close } = await openDatabase({ dataDir })
  try {
    return (await db.selectFrom('turn').select('id').execute()).length
  } finally {
    await close()
  }
}

async function measureAnswers(account: OfficialAccount): Promise<Figure[]> {
  const begun = performance.now()
  const times: number[] = []
  const answers = await Promise.all(
    Array.from({ length: chats }, async (_, at) => {
      const answer = await account.person().say(questions[at % questions.length]!.question)
      times.push(performance.now() - begun)
      return answer
    }),
  )
  const requests = [...account.requests.values()].reduce((sum, count) => sum + count, 0)
  return [
    ...latencies(`wechat: ${chats} chats at once, message to answer`, times),
    { name: 'wechat: answers', value: chats / ((performance.now() - begun) / 1000), unit: '1/s' },
    { name: 'wechat: sent again', value: requests - chats, unit: '' },
    { name: 'wechat: late', value: answers.filter((answer) => answer.startsWith('这个问题要多查')).length, unit: '' },
    { name: 'wechat: lost', value: answers.filter((answer) => answer === fault || answer === '').length, unit: '' },
  ]
}
