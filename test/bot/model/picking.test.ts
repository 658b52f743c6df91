import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { faultsOf, readSamples, type SampleDialogue } from '../../support/judge.ts'
import { choosing, type Laid, startModelEndpoint, unhelpful } from '../../support/model-endpoint.ts'
import { realApp } from '../../support/real-app.ts'
import { rightSamples } from '../../support/right-samples.ts'
import { talk } from '../../services/interview/interview-talk.ts'

const endpoint = await startModelEndpoint(choosing(unhelpful), afterAll)
const { say, assistant } = await realApp({
  openai: { apiKey: 'key', baseUrl: endpoint.url, model: 'picker', embeddingModel: undefined, limitMs: 60_000 },
})
const { db } = assistant
const questions = await rightSamples()
/** Answered rightly without a model, which is asked all the same. */
const question = '医院得有多少专利在手上？'
const folder = new URL('../../fixtures/samples/', import.meta.url).pathname

/** Picks candidates that read so, in this order. */
const picking = (...forms: RegExp[]) =>
  endpoint.behave(
    choosing((laid) =>
      laid.kind === 'pick'
        ? { say: forms.map((form) => 1 + laid.candidates.findIndex((text) => form.test(text))), ask: 0 }
        : unhelpful(laid),
    ),
  )

const answering = (say: number[], ask: (laid: Laid) => number = () => 0) =>
  endpoint.behave(choosing((laid) => (laid.kind === 'pick' ? { say, ask: ask(laid) } : unhelpful(laid))))

const logOf = async (conversation: string) =>
  (await db.selectFrom('turn').select('log').where('conversation', '=', conversation).executeTakeFirstOrThrow()).log

beforeEach(async () => void (await db.deleteFrom('model_choice').execute()))

describe('what a model picks', () => {
  test('is said in the words of its clause, cited, and logged in our own names with model and prompt', async () => {
    picking(/“发明专利产业化率”达到10%/u)
    const { replies, conversation } = await say(question)
    expect(replies[0]!.text).toContain('“发明专利产业化率”达到10%')
    expect(replies[0]!.text).not.toContain('100件')
    expect(replies[0]!.citations[0]).toMatchObject({ notice: 'medical-2025', clause: '1.2.3' })
    expect(await logOf(conversation)).toMatchObject({
      mode: 'chosen',
      chosen: {
        model: 'picker',
        prompt: 'pick-answer',
        promptHash: expect.stringMatching(/^[\da-f]{12}$/),
        picked: [expect.stringContaining('medical-2025#1.2.3')],
        fromCache: false,
      },
    })
  })

  test('may be several things, said in its order', async () => {
    picking(/“发明专利产业化率”达到10%/u, /有效发明专利达到100件以上/u)
    const { replies } = await say(question)
    expect(replies[0]!.text).toMatch(/达到10%[^]+达到100件/u)
    expect(replies[0]!.citations.slice(0, 2).map(({ clause }) => clause)).toEqual(['1.2.3', '1.2.1'])
  })

  test('that is what was found already changes nothing', async () => {
    const plain = (await say('2025年运营中心的盘点率要求是多少')).replies[0]!.text
    expect(plain).toContain('盘点率达到100%')
    answering([1])
    const { replies } = await say('盘点得弄到多少')
    expect(replies[0]!.text).toMatch(/^100%。\n截至申报日，.*盘点率达到100%/u)
  })

  test('of an older notice is named as such, and a closed window is said to be closed', async () => {
    picking(/^(?!至少).*投入运营的专利.*20件以上/u)
    const { replies } = await say('医院得有多少专利在手上')
    expect(replies[0]!.text).toContain('20件以上')
    expect(replies[0]!.text).toContain('2025年另有新通知')
  })

  test('asked again comes from what was kept, which is in our own names', async () => {
    picking(/“发明专利产业化率”达到10%/u)
    const first = await say(question)
    const before = endpoint.asked.length
    const again = await say(question)
    expect(endpoint.asked).toHaveLength(before)
    expect(again.replies[0]!.text).toBe(first.replies[0]!.text)
    expect(await logOf(again.conversation)).toMatchObject({ chosen: { fromCache: true } })
    const rows = await db.selectFrom('model_choice').select('chosen').execute()
    expect(rows.map(({ chosen }) => chosen)).toEqual([[expect.stringMatching(/^say medical-2025#1\.2\.3/u)]])
  })

  test.each([['["say no-such#1"]'], ['["ask 经费取消了吗"]'], ['["经费已经取消。"]'], ['{}'], ['"x"'], ['[1]']])(
    'and was kept as %s is not said',
    async (kept) => {
      answering([1])
      const { replies } = await say(question)
      const { numUpdatedRows } = await db.updateTable('model_choice').set({ chosen: kept }).executeTakeFirstOrThrow()
      expect(Number(numUpdatedRows)).toBe(1)
      const again = await say(question)
      expect(again.replies[0]!.text).toBe(replies[0]!.text)
      expect(JSON.stringify(again.replies)).not.toContain('取消')
    },
  )
})

describe('that nothing answers', () => {
  test('is believed where the gate doubts it too: it is said honestly, with what comes nearest', async () => {
    answering([0])
    const { replies } = await say('医院手头得攒多少专利')
    expect(replies[0]!.kind).toBe('not-found')
    expect(replies[0]!.nearest?.clause).toBe('1.2.1')
    expect(replies[0]!.citations).toEqual([])
  })

  test('is not believed where the gate is nearly sure', async () => {
    answering([0])
    const { replies } = await say('医院得有多少专利在手上？')
    expect(replies[0]!.text).toContain('100件以上')
  })

  test('with a question of ours to ask back offers that one, and pressing it answers', async () => {
    answering([0], ({ questions: laid }) => 1 + laid.findIndex((text) => text.endsWith('有效发明专利要求是什么')))
    const one = await talk(say, '专利要有多少才够医院申报')
    expect(one.reply.kind).toBe('not-found')
    const [offer] = one.reply.actions
    expect(offer!.label).toMatch(/^您是不是想问：.*有效发明专利要求是什么$/u)
    expect((await one.say(offer!.send)).text).toContain('100件')
  })
})

describe('a faithful chooser', () => {
  test('leaves as many of the sample questions and dialogues right as there are without', async () => {
    endpoint.behave(choosing(unhelpful))
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
  })
})

describe('a question in words of one’s own', () => {
  const asked = '家底要摸到啥程度啊'
  const reading = (about: number[], topic: string, more: object = {}) =>
    endpoint.behave(
      choosing((laid) =>
        laid.kind === 'reading'
          ? { about, topic: 1 + laid.topics.indexOf(topic), intent: 1, figures: [0], language: 1, ...more }
          : unhelpful(laid),
      ),
    )

  test('that the notices put otherwise is asked back in our own words, and pressing it answers', async () => {
    reading([1], '盘点率')
    const one = await talk(say, asked)
    expect(one.reply.kind).toBe('not-found')
    const ours = '2025年医疗卫生系统知识产权运营中心的盘点率要求是什么'
    expect(one.reply.actions[0]).toEqual({ label: `您是不是想问：${ours}`, send: ours })
    expect((await one.say(ours)).text).toContain('盘点率达到100%')
  })

  test('in another language is asked back in English', async () => {
    reading([1], '什么时候截止', { language: 3 })
    const one = await talk(say, 'Jusqu’à quand peut-on déposer un dossier ?')
    expect(one.reply.actions[0]!.send).toMatch(/^2025 .*deadline/u)
    expect((await one.say(one.reply.actions[0]!.send)).text).toMatch(/June 2025/u)
  })

  const silent: [string, object][] = [
    ['nothing', { about: [0], topic: 0 }],
    ['a programme that doesn’t exist', { about: [99], topic: 1 }],
    ['a text for a number', { about: ['市知识产权局取消经费支持'], topic: 1 }],
    ['everything', { about: [1, 2, 3, 4], topic: 1 }],
    ['one programme, held against itself', { about: [1, 1], topic: 1, intent: 2 }],
  ]
  test.each(silent)('is not asked back where the model says %s', async (_, said) => {
    endpoint.behave(
      choosing((laid) =>
        laid.kind === 'reading' ? { intent: 1, figures: [0], language: 1, ...said } : unhelpful(laid),
      ),
    )
    expect(JSON.stringify((await say(asked)).replies)).not.toMatch(/您是不是想问|取消/u)
  })

  test('that names a year is not read as one of another', async () => {
    reading([1], '盘点率')
    const { replies } = await say('2022年的家底要摸到啥程度啊')
    expect(JSON.stringify(replies)).not.toContain('您是不是想问：2025')
  })

  test('with figures of one’s own is asked back with them as they stand', async () => {
    reading([1], '有效发明专利', { figures: [1] })
    const one = await talk(say, '俺们家底攒了120件，轮得到俺们家不')
    const sends = one.reply.actions.map(({ send }) => send).join()
    if (one.reply.kind === 'not-found') expect(sends).toContain('120件')
    expect(sends).not.toContain('121')
  })
})

test('nothing that identifies a person leaves, neither in a question nor in an interview', async () => {
  endpoint.behave(choosing(unhelpful))
  const one = await talk(say, '我叫李小明，手机13812345678，邮箱li@example.com，想问家底要摸到啥程度啊')
  await one.say('/check medical-center-2025')
  await one.say('这件事得问我们科教处的王建华主任，电话021-64370045，他那边清楚，是的，120件')
  const sent = endpoint.asked.map(({ body }) => JSON.stringify(body)).join('\n')
  expect(sent).not.toMatch(/李小明|13812345678|li@example|王建华|64370045/)
  expect(sent).toContain('[姓名]')
})

describe('an answer to an interview in words of one’s own', () => {
  const proposing = (words: string) =>
    endpoint.behave(
      choosing((laid) => (laid.kind === 'words' ? { words: 1 + laid.words.indexOf(words) } : unhelpful(laid))),
    )
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

  test.each([{ words: 0 }, { words: 99 }, { words: '五百件' }, { words: '是' }, {}])(
    'is not put to anybody for %j',
    async (written) => {
      const one = await atPatents()
      endpoint.behave(choosing(() => written))
      const asked = await one.say(said)
      expect(asked.asks?.key).toBe('validInventionPatents')
      expect(asked.text).not.toContain('您的回答是')
    },
  )

  const cut: [string, string][] = [
    ['听科教处的同事讲，去年底刚数过一回，拢共不足一百二十件，都还在交年费', '一百二十件'],
    ['听科教处的同事讲，去年底刚数过一回，拢共三百一十件，都还在交年费', '一十件'],
    ['听科教处的同事讲，去年底刚数过一回，没有一百二十件，都还在交年费', '一百二十件'],
  ]
  test.each(cut)('of “%s” never lays out “%s”', async (whole, words) => {
    const one = await atPatents()
    const before = endpoint.asked.length
    proposing(words)
    expect((await one.say(whole)).text).not.toContain(`您的回答是“${words}”`)
    const laid = endpoint.asked.slice(before).map(({ user }) => user.split('编号的几处：')[1] ?? '')
    expect(laid.join('\n').split('\n')).not.toContain(`[1] ${words}`)
  })
})
