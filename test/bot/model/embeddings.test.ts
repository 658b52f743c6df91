import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { jsonOf } from '../../support/app.ts'
import { testDatabaseOptions } from '../../support/database.ts'
import { faultsOf } from '../../support/judge.ts'
import { rightSamples } from '../../support/right-samples.ts'
import { choosing, startModelEndpoint, unhelpful } from '../../support/model-endpoint.ts'
import { type RealApp, startRealApp } from '../../support/real-app.ts'

const endpoint = await startModelEndpoint(choosing(unhelpful), afterAll)
const questions = await rightSamples()

/** An embedder that knows pairs of characters: enough to find a clause by its own words. */
function local(text: string): number[] {
  const vector = new Array<number>(128).fill(0)
  for (let at = 0; at + 1 < text.length; at += 1) {
    const [place = 0, sign = 0] = createHash('md5')
      .update(text.slice(at, at + 2))
      .digest()
    vector[place % 128]! += sign % 2 === 0 ? 1 : -1
  }
  return vector
}

const random = (text: string) => [...createHash('sha256').update(text).digest()].map((byte) => byte - 127.5)

/** As if learned: much where the meaning is near. */
const worth = { nearness: 1, nearnessRank: 1 }

async function start(nearness?: typeof worth): Promise<{ app: RealApp; notes: string[] }> {
  const notes: string[] = []
  const app = await startRealApp(await testDatabaseOptions(), {
    openai: { apiKey: 'key', baseUrl: endpoint.url, model: 'm', embeddingModel: 'e', ...(nearness && { nearness }) },
    onNote: (note) => void notes.push(note),
  })
  afterAll(() => app.close())
  return { app, notes }
}

async function untilNoted(notes: string[], pattern: RegExp): Promise<void> {
  while (!notes.some((note) => pattern.test(note))) await new Promise((resolve) => setTimeout(resolve, 20))
}

async function wrongOf(app: RealApp): Promise<string[]> {
  const wrong: string[] = []
  for (const sample of questions) {
    const faults = faultsOf(sample, (await app.say(sample.question)).replies)
    if (faults.length > 0) wrong.push(`${sample.question}: ${faults.join('; ')}`)
  }
  return wrong
}

describe('vectors from an endpoint', () => {
  test('are made in the background, with progress, and used when they are complete', async () => {
    endpoint.embedWith(local)
    const { app, notes } = await start(worth)
    expect((await app.say('2025年运营中心要多少件有效发明专利？')).replies[0]!.text).toContain('100件以上')
    await untilNoted(notes, /已启用/)
    const { embeddings } = await jsonOf(fetch(`${app.url}/readyz`))
    expect(embeddings.done).toBe(embeddings.total)
    expect(embeddings.total).toBeGreaterThan(200)
    const before = endpoint.embedded.length
    expect(await wrongOf(app)).toEqual([])
    expect(endpoint.embedded.length).toBeGreaterThan(before)
    const asked = endpoint.embedded.length
    const { replies } = await app.say('2025年运营中心的盘点率是多少')
    // What is offered beside the answer was never asked: nobody waits for vectors of it.
    expect(replies[0]!.actions.length).toBeGreaterThan(1)
    expect(endpoint.embedded.slice(asked)).toHaveLength(1)
    await app.say('我叫李小明，手机13812345678，盘点率是多少')
    expect(endpoint.embedded.flat().join()).not.toMatch(/李小明|13812345678/)
  })

  test('have no say, and are not even asked for, where nobody has learned what they are worth', async () => {
    endpoint.embedWith(local)
    const before = endpoint.embedded.length
    const { app, notes } = await start()
    expect(notes.join()).toContain('向量模型 e 还没有学过')
    expect(await wrongOf(app)).toEqual([])
    expect(endpoint.embedded).toHaveLength(before)
    expect(await jsonOf(fetch(`${app.url}/readyz`))).not.toHaveProperty('embeddings')
  })

  test('find what shares no word with the question', async () => {
    const [asked, wanted] = ['2025年运营中心的魑魅魍魉要求是什么', '截至申报日，盘点率达到100%']
    endpoint.embedWith((text) => local(text.includes('魑魅魍魉') ? wanted : text))
    const { app, notes } = await start({ nearness: 8, nearnessRank: 8 })
    await untilNoted(notes, /已启用/)
    const { replies } = await app.say(asked)
    expect(JSON.stringify([replies[0]!.citations[0], replies[0]!.nearest])).toContain('盘点率')
  })

  test('are not used where they mean nothing', async () => {
    endpoint.embedWith(random)
    const { app, notes } = await start(worth)
    await untilNoted(notes, /检验未通过/)
    expect(await wrongOf(app)).toEqual([])
  })

  test('that stop coming cost nobody an answer', async () => {
    endpoint.embedWith(local)
    const { app, notes } = await start(worth)
    await untilNoted(notes, /已启用/)
    endpoint.embedWith(() => undefined)
    expect(await wrongOf(app)).toEqual([])
  })
})
