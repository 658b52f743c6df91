// Load drill: asks one assistant (or what balances several) for some time, and says how it stood that. Run it against a copy.
//   node bot/deploy/drills/load.js http://127.0.0.1:3000 --seconds 60 --people 20
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '60' }, people: { type: 'string', default: '20' } },
})
const [url = 'http://127.0.0.1:3000'] = positionals
const end = performance.now() + Number(values.seconds) * 1000
const questions = ['要交什么材料', '名额有几个', '什么时候截止', '给多少经费', '联系谁', '我们医院能申报吗']
const times = []
const endings = {}

const count = (ending) => (endings[ending] = (endings[ending] ?? 0) + 1)

/** One person: asks, reads, asks on; the same message is sent again with its key until it is answered. */
async function talk(person) {
  let conversation
  for (let at = person; performance.now() < end; at += 1) {
    const body = JSON.stringify({ conversation, message: questions[at % questions.length] })
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
    const started = performance.now()
    try {
      const response = await fetch(`${url}/api/chat`, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(40_000),
      })
      count(response.status)
      const said = await response.json()
      if (response.ok) {
        conversation = said.conversation
        times.push(performance.now() - started)
      } else if (response.status === 429) {
        await new Promise((resolve) => setTimeout(resolve, 1_000))
      }
    } catch (error) {
      count(error.cause?.code ?? error.name)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

await Promise.all(Array.from({ length: Number(values.people) }, (_, person) => talk(person)))
times.sort((one, other) => one - other)
const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
const perSecond = Number((times.length / Number(values.seconds)).toFixed(1))
console.log(JSON.stringify({ answered: times.length, perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99), endings }))
const lost = Object.entries(endings).filter(([ending]) => !['200', '429'].includes(ending))
process.exit(lost.length === 0 && times.length > 0 ? 0 : 1)
