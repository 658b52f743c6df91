import { describe, expect, test } from 'vitest'
import { testDatabaseOptions } from '../support/database.ts'
import { realApp, startRealApp } from '../support/real-app.ts'

const { say, assistant } = await realApp()
const center = { label: '2025年运营中心', notice: 'medical-2025', programme: 'medical-center-2025' }
const promotion = { label: '2025年促进中心', notice: 'medical-2025', programme: 'medical-promotion-2025' }

/** The replies to the last of some messages of one conversation. */
async function talk(...messages: string[]) {
  let last: Awaited<ReturnType<typeof say>> | undefined
  for (const message of messages) last = await say(message, last?.conversation)
  return { ...last!, first: last!.replies[0]! }
}

describe('every reply says what is spoken of', () => {
  const cases: [kind: string, topic: object, ...messages: string[]][] = [
    ['answer', center, '2025年运营中心给多少钱'],
    ['answer', center, '2025年运营中心给多少钱', '名额呢'],
    ['not-found', center, '2025年运营中心给多少钱', '食堂几点开门'],
    ['info', center, '2025年运营中心给多少钱', '谢谢'],
    ['info', center, '2025年运营中心给多少钱', '/help'],
    ['question', center, '/check medical-center-2025'],
    ['answer', center, '/check medical-center-2025', '2022年高校运营中心给多少名额'],
    ['question', center, '/check medical-center-2025', '2022年高校运营中心给多少名额', '是'],
    ['assessment', promotion, '/check medical-promotion-2025', '否', '/confirm'],
    [
      'answer',
      { ...center, label: '2025 medical IP operation centre' },
      'How much money does the 2025 operation centre get?',
    ],
    [
      'roster',
      { label: '瑞金医院 · 2024年中期检查', notice: 'review-2024', unit: '上海交通大学医学院附属瑞金医院' },
      '瑞金医院要交什么',
    ],
  ]
  test.each(cases)('%s: %j', async (kind, topic, ...messages) => {
    const { replies } = await talk(...messages)
    expect(replies.map((reply) => reply.kind)).toContain(kind)
    for (const reply of replies) expect(reply.topic).toEqual(topic)
  })

  test('and nothing before anything is', async () => {
    for (const message of ['你好', '/start', '/topic']) expect((await talk(message)).first.topic).toBeUndefined()
  })
})

describe('the topic is changed', () => {
  test('to a programme, whose are the bare questions after it', async () => {
    const { first } = await talk('/topic medical-promotion-2025')
    expect(first).toMatchObject({ kind: 'info', topic: promotion, text: '好，接下来谈2025年促进中心。' })
    expect(first.actions.length).toBeGreaterThanOrEqual(3)
    const offered = (await talk('/topic medical-promotion-2025', first.actions.at(-1)!.send)).first
    expect(offered).toMatchObject({ kind: 'answer', topic: promotion })
    const places = await talk('2025年运营中心给多少钱', '/topic medical-promotion-2025', '名额呢')
    expect(places.first.lead).toBe('1家。')
    expect(places.first.citations[0]).toMatchObject({ notice: 'medical-2025', clause: '2.4.p1' })
  })

  test('to a notice, or by the name of its button', async () => {
    expect((await talk('/topic review-2024')).first.topic?.notice).toBe('review-2024')
    expect((await talk('/topic 2025年促进中心')).first.topic).toEqual(promotion)
    expect((await talk('/topic UNIVERSITY-2022')).first.topic?.programme).toBe('university-center-2022')
  })

  test('to none, after which a bare question leads to the newest notice', async () => {
    const { first } = await talk('高校运营中心给多少钱', '/topic none', '名额呢')
    expect(first).toMatchObject({ kind: 'answer', topic: { notice: center.notice } })
  })

  const wishes = ['/topic', '换个话题', '换一个', '不说这个了', '换个项目', 'switch topic']
  test.each(wishes)('where %s offers every programme and none', async (wish) => {
    const { first } = await talk('2025年运营中心给多少钱', wish)
    expect(first).toMatchObject({ kind: 'info', topic: { notice: 'medical-2025' } })
    expect(first.text).toMatch(wish === 'switch topic' ? /We are talking about/u : /正在谈：2025年运营中心/u)
    const sends = first.actions.map(({ send }) => send)
    for (const { id } of assistant.services.programmes.filter((one) => one.id !== center.programme))
      expect(sends).toContain(`/topic ${id}`)
    expect(sends).toContain('/topic none')
    expect(sends).not.toContain(`/topic ${center.programme}`)
  })

  test('by an id that nobody knows is said to be unknown, and changes nothing', async () => {
    const { first } = await talk('2025年运营中心给多少钱', '/topic nothing-1999')
    expect(first).toMatchObject({ kind: 'info', topic: center })
    expect(first.text).toMatch(/^没有叫“nothing-1999”的项目或通知/u)
    expect(first.actions.length).toBeGreaterThan(3)
  })

  test('not while an interview waits, whose question comes back', async () => {
    const { replies } = await talk('/check medical-center-2025', '/topic university-2022')
    expect(replies.map(({ kind }) => kind)).toEqual(['info', 'question'])
    expect(replies[0]!.text).toContain('自查期间话题不变')
    for (const { topic } of replies) expect(topic).toEqual(center)
  })
})

describe('the topic is changed by its name', () => {
  test.each([
    ['换成2022年高校', 'university-center-2022'],
    ['切换到促进中心', 'medical-promotion-2025'],
    ['那就换成2025年运营中心吧', 'medical-center-2025'],
    ['switch to the university one', 'university-center-2022'],
  ])('%s: %s, and what can be asked now is offered', async (said, programme) => {
    const { first } = await talk('2022年医疗运营中心给多少钱', said)
    expect(first).toMatchObject({ kind: 'info', topic: { programme } })
    expect(first.actions.map(({ send }) => send)).toContain(`/check ${programme}`)
    expect(first.actions.length).toBeGreaterThan(3)
  })

  test('a notice without programmes too; of several one is asked which', async () => {
    expect((await talk('换成2024年验收通知')).first.topic).toMatchObject({ notice: 'review-2024' })
    const { first } = await talk('换成2022年的')
    expect(first.actions.map(({ send }) => send)).toEqual([
      '/topic university-center-2022',
      '/topic medical-center-2022',
    ])
  })

  test('an interview is set aside for it and can be taken up again; the same programme goes on', async () => {
    const switched = await talk('/check medical-center-2025', '是', '换成2022年高校')
    expect(switched.first.topic).toMatchObject({ programme: 'university-center-2022' })
    expect(switched.replies.length).toBe(1)
    const back = await talk('/check medical-center-2025', '是', '换成2022年高校', '多少家', '恢复')
    expect(back.replies.at(-1)).toMatchObject({ asks: { key: 'registeredInPatentSystem' }, topic: center })
    const same = await talk('/check medical-center-2025', '换成2025年运营中心')
    expect(same.replies.at(-1)).toMatchObject({ asks: { key: 'isShanghaiMedicalInstitution' } })
    expect(same.first.text).toContain('正在自查的就是')
  })

  test('what is an answer stays one', async () => {
    const { replies } = await talk('/check medical-center-2022', '是', '换成三级')
    expect(replies.at(-1)!.asks?.key).toBe('hasIpRules')
  })
})

test('the topic outlives the process', async () => {
  const database = await testDatabaseOptions()
  const before = await startRealApp(database)
  const { conversation } = await before.say('/topic medical-promotion-2025')
  await before.close()
  const after = await startRealApp(database)
  const { replies } = await after.say('名额呢', conversation)
  expect(replies[0]).toMatchObject({ kind: 'answer', lead: '1家。', topic: promotion })
  await after.close()
})

test('/start says of each programme until when it was taken, each day with its clause', async () => {
  const { first } = await talk('/start')
  for (const { window } of assistant.services.programmes) {
    const [year, month, day] = window.closes.split('-').map(Number)
    expect(first.text).toContain(`${year}年${month}月${day}日已截止`)
    expect(first.citations).toContainEqual(expect.objectContaining(window.source && { clause: window.source.clause }))
  }
  expect(first.actions.slice(0, 2).map(({ send }) => send)).toEqual(['/check', '/unit'])
})

test('/unit with a name shows its rows, and without one asks for it', async () => {
  expect((await talk('/unit 昊海')).first).toMatchObject({
    kind: 'roster',
    topic: { unit: '上海昊海生物科技股份有限公司' },
  })
  expect((await talk('查我们单位')).first.text).toMatch(/^请发送单位的全称或常用简称/u)
})

describe('what people say to the assistant itself', () => {
  test('a complaint names whom to call, with the clause, of the notice that is spoken of', async () => {
    const { first } = await talk('2025年运营中心给多少钱', '我要投诉')
    expect(first.text).toMatch(/没帮上忙[\s\S]*021-23170420/u)
    expect(first.citations).toMatchObject([{ notice: 'medical-2025', clause: 'contact' }])
    const bare = (await talk('我要投诉')).first
    expect([bare.kind, bare.citations]).toEqual(['info', []])
    expect(bare.actions.map(({ label }) => label)).toEqual(['找谁问'])
  })

  test('what to do next fits what is spoken of', async () => {
    expect((await talk('接下来我该做什么')).first.actions.map(({ send }) => send).slice(0, 2)).toEqual([
      '/check',
      '/unit',
    ])
    const about = (await talk('2025年运营中心给多少钱', '下一步呢')).first
    expect(about.text).toMatch(/2025年运营中心的申报已于2025年6月13日截止/u)
    expect(about.citations).toMatchObject([{ notice: 'medical-2025', clause: '3.1' }])
    expect(about.actions[0]!.send).toBe('/check medical-center-2025')
  })

  test('and after a verdict what is to be done about it', async () => {
    const { first } = await talk('/check medical-promotion-2025', '否', '/confirm', '接下来我该做什么')
    expect(first.text).toMatch(/^先补没达到的条件/u)
    expect(first.citations.length).toBeGreaterThanOrEqual(2)
    expect(first.actions.map(({ label }) => label)).toEqual(['还差多少', '要准备什么', '改一个回答'])
  })
})

test('the newest notice leads in English as in Chinese', async () => {
  const asked = [
    'Can our hospital apply?',
    'Does our hospital qualify?',
    'What conditions must a hospital meet?',
    'How many hospitals are selected?',
    '医院要满足什么条件',
  ]
  for (const question of asked) expect((await talk(question)).first.citations[0]?.notice, question).toBe('medical-2025')
})
