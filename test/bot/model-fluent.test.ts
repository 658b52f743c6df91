import { afterAll, describe, expect, test } from 'vitest'
import { eventsOf, post } from '../support/app.ts'
import { faultsOf, readSamples, type SampleDialogue } from '../support/judge.ts'
import { echo, filled, startModelEndpoint, stream } from '../support/model-endpoint.ts'
import { realApp } from '../support/real-app.ts'
import { rightSamples } from '../support/right-samples.ts'
import { talk } from '../services/interview/interview-talk.ts'

const endpoint = await startModelEndpoint(echo(), afterAll)
const { say, url, assistant } = await realApp({
  openai: { apiKey: 'key', baseUrl: endpoint.url, model: 'echo', embeddingModel: undefined },
})
const questions = await rightSamples()
const folder = new URL('../fixtures/samples/', import.meta.url).pathname
const question = '2025年运营中心要多少件有效发明专利？'

describe('with an endpoint that says what the clauses say', () => {
  test('an answer is in its words, names its clause, and is logged with model and prompt', async () => {
    const { replies, conversation } = await say(question)
    expect(replies[0]!.text).toMatch(/^根据通知，截至申报日，有效发明专利达到100件以上。\n（依据《2025年/)
    expect(replies[0]!.citations[0]).toMatchObject({ notice: 'medical-2025', clause: '1.2.1' })
    const [row] = await assistant.db.selectFrom('turn').select('log').where('conversation', '=', conversation).execute()
    expect(row!.log).toMatchObject({
      mode: 'fluent',
      written: {
        model: 'echo',
        prompt: 'write-answer',
        promptHash: expect.stringMatching(/^[\da-f]{12}$/),
        sentences: 1,
      },
    })
  })

  test('of the sample questions and dialogues as many are right as without', async () => {
    const wrong: string[] = []
    for (const sample of questions) {
      const faults = faultsOf(sample, (await say(sample.question)).replies)
      if (faults.length > 0) wrong.push(`${sample.question}: ${faults.join('; ')}`)
    }
    for (const { turns } of readSamples<SampleDialogue>(`${folder}dialogues.jsonl`)) {
      let conversation: string | undefined
      for (const turn of turns) {
        const said = await say(turn.say, conversation)
        conversation = said.conversation
        const faults = faultsOf(turn, said.replies)
        if (faults.length > 0) wrong.push(`${turn.say}: ${faults.join('; ')}`)
      }
    }
    expect(wrong).toEqual([])
    const { count } = await assistant.db
      .selectFrom('turn')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('log', '@>', JSON.stringify({ mode: 'fluent' }))
      .executeTakeFirstOrThrow()
    expect(count).toBeGreaterThan(10)
  })

  test('it arrives while it is written, and what arrives is how the answer begins', async () => {
    endpoint.behave(echo({ everyMs: 5 }))
    const asked = '2025年运营中心的盘点率和产业化率要求是多少？'
    const response = await post(`${url}/api/chat`, { message: asked }, { accept: 'text/event-stream' })
    const events = await eventsOf(response)
    const deltas = events.filter(({ event }) => event === 'delta').map(({ data }) => data.text as string)
    const reply = events.find(({ event }) => event === 'reply')?.data
    expect(deltas.length).toBeGreaterThan(1)
    expect(deltas.join('')).toBe(reply.text)
    expect(reply.text).toContain('根据通知')
    // Both are conditions; the target of the same name stands in another list.
    expect(reply.citations.map(({ clause }: { clause: string }) => clause)).toEqual(['1.2.2', '1.2.3'])
    endpoint.behave(echo())
  })

  test('asked again it comes from what was kept', async () => {
    await say(question)
    const before = endpoint.asked.length
    const { replies, conversation } = await say(question)
    expect(endpoint.asked).toHaveLength(before)
    expect(replies[0]!.text).toContain('根据通知')
    const [row] = await assistant.db.selectFrom('turn').select('log').where('conversation', '=', conversation).execute()
    expect(row!.log).toMatchObject({ written: { fromCache: true } })
  })

  test('what was kept is shown in the words of its clauses, and not at all where it says anything else', async () => {
    const asked = '2025年运营中心的盘点率要求是多少'
    const plain = (await say(asked)).replies[0]!.text
    expect(plain).toMatch(/^根据通知，.*盘点率达到100%/u)
    const spoil = async (sentences: unknown) => {
      const { numUpdatedRows } = await assistant.db
        .updateTable('model_answer')
        .set({ sentences: JSON.stringify(sentences) })
        .executeTakeFirstOrThrow()
      expect(Number(numUpdatedRows)).toBeGreaterThan(0)
      return (await say(asked)).replies[0]!.text
    }
    const sentence = plain.split('\n')[0]!
    for (const kept of [[`⾮${sentence}`], [sentence, '经费已经取消。'], ['经费已经取消。'], [], {}, 'x', [1]])
      expect(await spoil(kept)).toBe(plain)
    expect(await spoil([sentence.replace('根据通知', '根据 通知')])).toBe(plain)
  })

  test('an older notice is named as such, and a closed window said to be closed, whatever the model leaves out', async () => {
    const { replies } = await say('2022年医疗运营中心的申报条件里，可以投入运营的专利要几件？')
    expect(replies[0]!.text).toContain('2025年另有新通知')
    expect(replies[0]!.text).toContain('该次申报已于2022年11月23日截止')
  })

  test('nothing that identifies a person leaves, neither in a question nor in an interview', async () => {
    const one = await talk(say, '我叫李小明，手机13812345678，邮箱li@example.com，想问盘点率要求多少')
    await one.say('/check medical-center-2025')
    await one.say('这件事得问我们科教处的王建华主任，电话021-64370045，他那边清楚')
    const sent = endpoint.asked.map(({ system, user }) => `${system}${user}`).join('\n')
    expect(sent).not.toMatch(/李小明|13812345678|li@example|王建华|64370045/)
    expect(sent).toContain('[姓名]')
  })
})

describe('a question in words of one’s own', () => {
  const asked = '家底要摸到啥程度啊'
  const ordinary = /"number"/u
  const behaving = (write: (user: string, system: string) => string) =>
    endpoint.behave(({ system, user, schema }, response) =>
      stream(response, ordinary.test(JSON.stringify(schema)) ? write(user, system) : JSON.stringify({ sentences: [] })),
    )
  const choosing = (words: string) =>
    behaving(
      (_, system) =>
        `{"number":${/\[(\d+)\] (.*)/u.exec(system.split('\n').find((line) => line.includes(words))!)![1]}}`,
    )

  test('that the notices put otherwise is offered as one of the known questions, and pressing it answers', async () => {
    choosing('2025年医疗卫生系统知识产权运营中心的盘点率')
    const one = await talk(say, asked)
    expect(one.reply.kind).toBe('not-found')
    expect(one.reply.actions[0]).toEqual({
      label: '您是不是想问：2025年医疗卫生系统知识产权运营中心的盘点率要求是什么',
      send: '2025年医疗卫生系统知识产权运营中心的盘点率要求是什么',
    })
    expect((await one.say(one.reply.actions[0]!.send)).text).toContain('盘点率达到100%')
  })

  test.each([
    '{"number":0}',
    '{"number":-1}',
    '{"number":9999}',
    '{"number":1.5}',
    '{"number":"市知识产权局取消经费支持"}',
    '{"question":"市知识产权局取消运营中心的经费支持"}',
    '市知识产权局取消经费支持',
  ])('is not offered for %s', async (written) => {
    behaving(() => written)
    const { replies } = await say(asked)
    expect(JSON.stringify(replies)).not.toMatch(/您是不是想问|取消/u)
  })

  test('is offered in no word of the model’s, whatever it writes beside the number', async () => {
    behaving(() => '{"number":3,"question":"经费取消","label":"经费取消"}')
    expect(JSON.stringify(await say(asked))).not.toContain('取消')
  })
})

describe('an answer to an interview in words of one’s own', () => {
  const proposing = (words: string) =>
    endpoint.behave((asked, response) => stream(response, JSON.stringify(filled(asked.schema, words))))
  const said = '陆陆续续攒了好些年，去年底刚数过一回，拢共一百二十件，都还在交年费'

  async function atPatents() {
    const one = await talk(say, '/check medical-center-2025')
    for (const words of ['是', '是', '是']) await one.say(words)
    return one
  }

  test('is put to the person, and recorded only when they say so', async () => {
    const one = await atPatents()
    proposing('一百二十件')
    const asked = await one.say(said)
    expect(asked.asks?.key).toBe('validInventionPatents')
    expect(asked.text).toContain('您的回答是“一百二十件”吗')
    expect(asked.actions[0]).toEqual({ label: '就是一百二十件', send: '一百二十件' })
    expect((await one.say('一百二十件')).text).toContain('已记录有效发明专利：120件')
  })

  test.each(['五百件', '120', '是', ''])('is not taken for “%s”, which was not said or is no answer', async (words) => {
    const one = await atPatents()
    proposing(words)
    const asked = await one.say(said)
    expect(asked.asks?.key).toBe('validInventionPatents')
    expect(asked.text).not.toContain('您的回答是')
  })

  const cut: [string, string, string][] = [
    ['听科教处的同事讲，去年底刚数过一回，拢共不足一百二十件，都还在交年费', '一百二十件', 'a bound is left'],
    ['听科教处的同事讲，去年底刚数过一回，拢共三百一十件，都还在交年费', '一十件', 'a part of the figure is left'],
    ['听科教处的同事讲，去年底刚数过一回，没有一百二十件，都还在交年费', '一百二十件', 'a denial is left'],
  ]
  test.each(cut)('is not taken out of “%s” as “%s”: %s out', async (whole, words) => {
    const one = await atPatents()
    proposing(words)
    expect((await one.say(whole)).text).not.toContain('您的回答是')
  })
})
