// Load drill: asks one assistant (or what balances several) for some time, and says how it stood that. Run it against a copy.
//   node bot/deploy/drills/load.js http://127.0.0.1:3000 --seconds 60 --people 20
// Fails where anything but an answer or "too many requests" came back. While parts are made to fail, with --faults, refusals
// (503) and broken connections may come back too, as long as each message is answered in the end.
import { parseArgs } from 'node:util'
import { setTimeout as pause } from 'node:timers/promises'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    people: { type: 'string', default: '20' },
    faults: { type: 'boolean', default: false },
  },
})
const [url = 'http://127.0.0.1:3000'] = positionals
const end = performance.now() + Number(values.seconds) * 1000
/** How long a message is sent again after the end, in milliseconds. */
const patienceMs = 60_000
const questions = ['要交什么材料', '名额有几个', '什么时候截止', '给多少经费', '联系谁', '我们医院能申报吗']
const times = []
const endings = {}
let unanswered = 0

const count = (ending) => (endings[ending] = (endings[ending] ?? 0) + 1)

/** One request: what was said, or how many milliseconds to wait before the next one. */
async function send(body, key) {
  try {
    const response = await fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body,
      signal: AbortSignal.timeout(40_000),
    })
    count(response.status)
    const said = await response.json()
    if (response.ok) return { said }
    return { waitMs: Math.min(Number(response.headers.get('retry-after')) || 1, 10) * 1000 }
  } catch (error) {
    count(error.cause?.code ?? error.name)
    return { waitMs: 200 }
  }
}

/** One person: asks, reads, asks on; the same message is sent again with its key until it is answered. */
async function talk(person) {
  let conversation
  for (let at = person; performance.now() < end; at += 1) {
    const body = JSON.stringify({ conversation, message: questions[at % questions.length] })
    const key = crypto.randomUUID()
    const started = performance.now()
    let { said, waitMs } = await send(body, key)
    while (!said && performance.now() < end + patienceMs) {
      await pause(waitMs)
      ;({ said, waitMs } = await send(body, key))
    }
    if (!said) return void (unanswered += 1)
    conversation = said.conversation
    times.push(performance.now() - started)
  }
}

await Promise.all(Array.from({ length: Number(values.people) }, (_, person) => talk(person)))
times.sort((one, other) => one - other)
const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
const perSecond = Number((times.length / Number(values.seconds)).toFixed(1))
const figures = { answered: times.length, unanswered, perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99), endings }
console.log(JSON.stringify(figures))
/** A proxy with nobody behind it says 502. */
const isAllowed = (ending) => ['200', '429'].includes(ending) || (values.faults && !/^(?:4|500$)/.test(ending))
process.exit(Object.keys(endings).every(isAllowed) && unanswered === 0 && times.length > 0 ? 0 : 1)
