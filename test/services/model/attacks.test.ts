import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { answerQuestion } from '../../../services/answering/answer-question.ts'
import { answeringPath } from '../../../services/model/answering-path.ts'
import { openEndpoint } from '../../../services/model/endpoint.ts'
import { modelLimitMs } from '../../../services/model/time-limit.ts'
import { afterAllWindows as today, answering } from '../../support/answering.ts'
import { falseSentences } from '../../support/false-sentences.ts'
import { type Behaviour, complete, laidOut, startModelEndpoint } from '../../support/model-endpoint.ts'
import { withinTwoSeconds } from '../../support/two-seconds.ts'

/** One that a model is asked to pick for, and one that it is asked to read. */
const questions = ['医院得有多少专利在手上？', '家底要摸到啥程度啊']
const json = { 'content-type': 'application/json' }
const sends =
  (body: string | Buffer, headers: Record<string, string> = json, status = 200): Behaviour =>
  (_, response) =>
    void response.writeHead(status, headers).end(body)
const says =
  (content: unknown, more: Parameters<typeof complete>[2] = {}): Behaviour =>
  (_, response) =>
    complete(response, content, more)
/** Says of what is laid out what was found already, in some form. */
const first =
  (form: (choice: string) => string): Behaviour =>
  (asked, response) =>
    complete(
      response,
      form(
        laidOut(asked).kind === 'pick'
          ? '{"say":[1],"ask":0}'
          : '{"about":[0],"topic":0,"intent":1,"figures":[0],"language":1}',
      ),
    )

const whole = (content: string) => JSON.stringify({ choices: [{ message: { content } }] })
const lie = '需要999件有效发明专利，截止日期是2030年1月1日。'

function forEver(write: (response: ServerResponse) => void, everyMs: number): Behaviour {
  return (_, response) => {
    response.writeHead(200, json)
    const timer = setInterval(() => write(response), everyMs)
    response.once('close', () => clearInterval(timer))
  }
}

const attacks: [string, Behaviour][] = [
  ['sends blanks for ever', forEver((response) => response.write(' '.repeat(65_536)), 1)],
  ['sends a byte now and then', forEver((response) => response.write(' '), 300)],
  [
    'sends a hundred megabytes in a hundred kilobytes',
    sends(gzipSync(Buffer.alloc(1e8, 32)), { ...json, 'content-encoding': 'gzip' }),
  ],
  [
    'says that its bytes are packed, which they aren’t',
    sends(whole('{"say":[2]}'), { ...json, 'content-encoding': 'gzip' }),
  ],
  [
    'packs nothing twenty times',
    sends(gzipSync(''), { ...json, 'content-encoding': Array(20).fill('gzip').join(', ') }),
  ],
  ['announces more than it sends', sends(whole('{"say":[2]}'), { ...json, 'content-length': '99999' })],
  ['sends other characters than it says', sends(Buffer.from(`\ufeff${whole('{"say":[2]}')}`, 'utf16le'))],
  ['leads to itself', (_, response) => void response.writeHead(307, { location: '/v1/chat/completions' }).end()],
  ['leads nowhere', (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['hangs up at once', (_, response) => void response.destroy()],
  ['has nothing to say', sends('', json, 204)],
  ['refuses the key', sends(JSON.stringify({ error: { message: lie } }), json, 401)],
  ['knows no such model', sends(JSON.stringify({ error: { message: lie } }), json, 404)],
  ['is overloaded for a negative time', sends('{}', { ...json, 'retry-after': '-5' }, 429)],
  ['is overloaded for years', sends('{}', { ...json, 'retry-after': '99999999' }, 503)],
  ['is overloaded until a day', sends('{}', { ...json, 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' }, 429)],
  ['answers nothing but an error with 200', sends(JSON.stringify({ error: { message: lie } }))],
  ['answers a list', sends('[]')],
  ['answers a number', sends('7')],
  ['answers no choices', sends('{"choices":[]}')],
  ['answers half of its JSON', sends(whole('{"say":[2').slice(0, -9))],
  ['answers bytes that are no text', sends(Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x7b, 0x7d]))],
  [
    'streams though nobody asked it to',
    sends(`data: {"choices":[{"delta":{"content":"${lie}"}}]}\n\ndata: [DONE]\n\n`, {
      'content-type': 'text/event-stream',
    }),
  ],
  ['nests a hundred thousand lists', says('['.repeat(100_000) + ']'.repeat(100_000))],
  ['nests as many objects', says(`${'{"say":'.repeat(30_000)}1${'}'.repeat(30_000)}`)],
  ['nests lists that can still be read', says(`{"say":${'['.repeat(6_000)}2${']'.repeat(6_000)},"ask":0}`)],
  ['picks figures in other scripts', says('{"say":["２","②","²","二"],"ask":"０"}')],
  ['picks ten thousand numbers', says(JSON.stringify({ say: Array.from({ length: 10_000 }, (_, at) => at), ask: 0 }))],
  ['picks huge numbers', says('{"say":[1e308,9007199254740993],"ask":1e21}')],
  ['picks a half', says('{"say":[1.5],"ask":0.5}')],
  ['picks words for numbers', says('{"say":["two","１","二"],"ask":"none"}')],
  ['picks true', says('{"say":[true],"ask":false}')],
  ['picks nothing at all', says('{"say":null,"ask":null}')],
  ['picks what stands in a prototype', says('{"__proto__":{"say":[2]},"constructor":1,"say":["__proto__"],"ask":0}')],
  ['says its picks twice, otherwise', says('{"say":[97],"ask":0,"say":[98],"ask":99}')],
  ['answers the schema', (asked, response) => complete(response, JSON.stringify(asked.schema ?? {}))],
  ['answers the question', (asked, response) => complete(response, laidOut(asked).question)],
  ['answers the whole request', (asked, response) => complete(response, JSON.stringify(asked.body))],
  ['answers a candidate in words', (asked, response) => complete(response, laidOut(asked).candidates[1] ?? lie)],
  [
    'calls another tool',
    says(null, {
      message: { tool_calls: [{ type: 'function', function: { name: 'rm', arguments: `{"text":"${lie}"}` } }] },
    }),
  ],
  [
    'calls a tool without arguments',
    says(null, { message: { tool_calls: [{ type: 'function', function: { name: 'pick' } }] } }),
  ],
  ['thinks for ever', says(`<think>${lie.repeat(500)}`)],
  ['counts tokens beyond all numbers', says('{"say":[],"ask":0}', { usage: { total_tokens: 9e15 } })],
  ['counts fewer tokens than none', says('{"say":[],"ask":0}', { usage: { total_tokens: -5 } })],
  ['says what was found, behind a mark of order', first((choice) => `\ufeff${choice}`)],
  [
    'says what was found, in a fence, with words around',
    first((choice) => `${lie}\n\`\`\`json\n${choice}\n\`\`\`\n${lie}`),
  ],
]

const { knowledge } = await answering()
const plain = new Map<string, string>()
for (const question of questions) plain.set(question, told(await answerQuestion(knowledge, question, {}, today)))

function told({ answer, memory }: Awaited<ReturnType<typeof answerQuestion>>): string {
  return JSON.stringify([answer.text, answer.lead, answer.actions, answer.offers, memory])
}

async function opened(behaviour: Behaviour) {
  const endpoint = await startModelEndpoint(behaviour)
  const kept: string[][] = []
  const cache = { find: async () => undefined, keep: async (_: string, chosen: string[]) => void kept.push(chosen) }
  const ask = openEndpoint({ apiKey: 'secret-key', baseUrl: endpoint.url, model: 'm' })
  const path = answeringPath({ ask, model: 'm', cache })
  const answer = async (asked: string, limitMs = modelLimitMs) => {
    const deadline = performance.now() + limitMs
    const { found, chosen } = await path.invoke({ knowledge, asked, memory: {}, today, deadline })
    return { told: told(found!), chosen }
  }
  return { endpoint, kept, answer }
}

describe.each(attacks)('an endpoint that %s', (_, behaviour) => {
  test('changes nothing of what is said within two seconds', { timeout: 60_000 }, async () => {
    const { endpoint, kept, answer } = await opened(behaviour)
    for (const question of questions) {
      const said = await withinTwoSeconds(() => answer(question))
      expect(said.told).toBe(plain.get(question))
      expect(JSON.stringify(said.chosen ?? '')).not.toMatch(/999|2030|secret-key/u)
    }
    expect(endpoint.asked.length).toBeGreaterThan(0)
    for (const name of kept.flat()) expect(name).toMatch(/^(?:none|say [\w-]+#[\w.]+(?: [\w-]+#[\w.]+)*)$/u)
  })
})

/** Where words may stand in what an endpoint sends. */
const places: ((words: string) => Behaviour)[] = [
  (words) => says(words),
  (words) => says(JSON.stringify({ say: [words], ask: words })),
  (words) => says(JSON.stringify({ say: [], ask: 0, [words]: words, text: words })),
  (words) => says('{"say":[],"ask":0}', { message: { name: words, refusal: words, reasoning_content: words } }),
  (words) =>
    says(null, { message: { tool_calls: [{ type: 'function', function: { name: words, arguments: words } }] } }),
  (words) => sends(JSON.stringify({ error: { message: words, code: words } }), json, 400),
  (words) => sends(words, { 'content-type': 'text/html; charset=utf-8' }),
]

test(
  'of 300 sentences that nobody has seen and 53 in disguise none reaches anybody',
  { timeout: 300_000 },
  async () => {
    const { turned, disguised } = falseSentences()
    expect([new Set(turned).size, disguised.length]).toEqual([300, 53])
    const sentences = [...turned, ...disguised]
    let behaviour: Behaviour = says('')
    const { endpoint, kept, answer } = await opened((asked, response) => behaviour(asked, response))
    const reached: string[] = []
    for (const [at, sentence] of sentences.entries()) {
      behaviour = places[at % places.length]!(sentence)
      const question = questions[at % 5 === 0 ? 1 : 0]!
      const said = await answer(question, 60_000)
      if (said.told !== plain.get(question) || JSON.stringify(said.chosen ?? '').includes(sentence))
        reached.push(sentence)
    }
    expect(reached).toEqual([])
    expect(kept.flat().filter((name) => !/^(?:none|say )/u.test(name))).toEqual([])
    expect(endpoint.asked.length).toBeGreaterThanOrEqual(sentences.length)
  },
)
