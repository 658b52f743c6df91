import { expect, test } from 'vitest'
import { answer, askFor, ownerPageOf, sendForm, visit } from '../../support/colleagues.ts'
import { jsonOf, post } from '../../support/app.ts'
import { testDatabaseOptions } from '../../support/database.ts'
import type { Said } from '../../support/real-app.ts'
import { databaseEnvironment, runCommand } from '../../support/run-command.ts'
import { chatPage } from '../../support/start-command.ts'

const options = await testDatabaseOptions()
const facts = ['registeredInPatentSystem', 'inventoryRatePercent', 'industrializationRatePercent', 'incomeSince2023Wan']
const said = ['是', '100', '12', '520']

async function start() {
  const running = runCommand('start', { ...databaseEnvironment(options), PORT: '0' })
  const [, url] = await running.until(chatPage)
  const say = (message: string, conversation?: string): Promise<Said> =>
    jsonOf(post(`${url}/api/chat`, { message, conversation }))
  return { ...running, url: url!, say }
}

test(
  'killed between answers it loses none that was taken, and links stay as they are',
  { timeout: 240_000 },
  async () => {
    let server = await start()
    const { conversation } = await server.say('/check medical-center-2025')
    const page = ownerPageOf(server, await server.say('/ask', conversation))
    const { link, id } = await askFor(page, '知识产权办', facts)
    const here = (address: string) => `${server.url}${new URL(address).pathname}`
    for (const half of [0, 2]) {
      for (const at of [half, half + 1]) expect((await answer(here(link), facts[at]!, said[at]!)).status).toBe(200)
      // It is killed while another answer is under way, of which nobody has heard.
      const lost = answer(here(link), facts[half]!, said[half]!).catch(() => undefined)
      server.child.kill('SIGKILL')
      await Promise.all([server.ended, lost])
      server = await start()
      expect((await visit(here(page))).text).toContain(half === 0 ? '4题答了2题' : '都答完了')
    }
    const status = await server.say('/status', conversation)
    const told = status.replies.map(({ text }) => text).join('\n')
    expect(told).toContain('到账金额：520万元（知识产权办')
    await sendForm(here(page), [
      ['do', 'revoke'],
      ['id', id],
    ])
    expect((await visit(here(link))).status).toBe(410)
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  },
)
