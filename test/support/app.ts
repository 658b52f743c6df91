import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { onTestFinished } from 'vitest'
import { buildApp } from '../../bot/app.ts'
import type { AppOptions } from '../../bot/app-options.ts'
import type { AppServices, Hit, Outcome, Turn } from '../../bot/app-services.ts'
import { buildCatalogue } from '../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { resolveProgrammes } from '../../services/eligibility/resolve-programmes.ts'
import type { Reply } from '../../services/reply.ts'

const source = '沪知局促〔2025〕11 号\n一、申报条件\n有效发明专利达到 100 件以上。'

export const notice: Notice = {
  id: 'medical-2025',
  title: '关于组织开展2025年上海市医疗卫生系统知识产权运营中心申报工作的通知',
  shortTitle: '2025年医疗卫生系统通知',
  documentNumber: '沪知局促〔2025〕11号',
  issuer: '上海市知识产权局',
  issued: '2025-06-04',
  year: 2025,
  replaces: ['medical-2022'],
  programmes: [],
  rosters: [],
  source,
  clauses: [
    {
      id: '0',
      kind: 'front',
      heading: '',
      path: '',
      text: '沪知局促〔2025〕11号',
      quote: '沪知局促〔2025〕11 号',
      spans: [{ start: 0, end: 14 }],
    },
    {
      id: '1',
      kind: 'heading',
      marker: '一、',
      heading: '申报条件',
      path: '一、申报条件',
      text: '',
      quote: '一、申报条件',
      spans: [{ start: 15, end: 21 }],
    },
    {
      id: '1.p1',
      parent: '1',
      kind: 'paragraph',
      heading: '',
      path: '一、申报条件',
      text: '有效发明专利达到100件以上。',
      quote: '有效发明专利达到 100 件以上。',
      spans: [{ start: 22, end: source.length }],
    },
  ],
}

const programmes = resolveProgrammes(loadNotices())

const hits: Hit[] = notice.clauses.map(({ id, path, text }, rank) => ({
  notice: notice.id,
  clause: id,
  heading: path,
  text,
  score: 1 / (rank + 1),
}))

function replyWith(text: string): Reply {
  const clause = notice.clauses[2]!
  const { id, title, documentNumber, issued } = notice
  const url = `/notices/${id}#${clause.id}`
  const citation = {
    notice: id,
    title,
    documentNumber,
    issued,
    clause: clause.id,
    heading: clause.path,
    quote: clause.quote,
    url,
  }
  return {
    id: randomUUID(),
    kind: 'answer',
    text,
    citations: [citation],
    actions: [{ label: '截止日期', send: '截止日期是哪天？' }],
  }
}

/** A small assistant in memory: it answers each message with the message and one clause, and remembers what it took. */
export function memoryServices(): AppServices & { turns: Turn[] } {
  const turns: Turn[] = []
  const outcomes = new Map<string, Outcome>()
  const conversations = new Set<string>()
  const replies = new Set<string>()

  function conversationOf({ conversation }: Turn): string {
    const id = conversation !== undefined && conversations.has(conversation) ? conversation : randomUUID()
    conversations.add(id)
    return id
  }

  return {
    turns,
    lengths: () => '',
    conversation: {
      async take(turn, onReply) {
        const earlier = outcomes.get(turn.id)
        if (earlier) return earlier
        turns.push(turn)
        const outcome = {
          conversation: conversationOf(turn),
          replies: [replyWith(`您问的是：\n${turn.text}`), replyWith('100 件以上。')],
        }
        outcomes.set(turn.id, outcome)
        for (const reply of outcome.replies) {
          replies.add(reply.id)
          onReply?.(reply)
        }
        return outcome
      },
    },
    notices: { list: () => [notice], find: (id) => (id === notice.id ? notice : undefined) },
    programmes,
    today: () => '2025-06-10',
    async search({ query, limit, notice: id }) {
      const found = hits.filter((hit) => hit.text.includes(query) && (id === undefined || hit.notice === id))
      return found.slice(0, limit)
    },
    rosters: { catalogue: buildCatalogue([notice]), rows: [] },
    units(name) {
      if (name !== '复旦大学') return { entries: [], prepare: [] }
      const entry = {
        notice: 'review-2024',
        list: '附件2 总结验收项目承担单位名单',
        unit: name,
        batch: 1,
        project: '高校知识产权运营中心',
        seq: 3,
        action: 'final-acceptance',
        match: 'exact',
      } as const
      return { entries: [entry], prepare: ['项目总结报告'] }
    },
    feedback: { record: async ({ reply }) => replies.has(reply) },
    downloads: { names: [], make: async () => undefined },
    ready: async () => ({ database: true, notices: 1 }),
  }
}

export type RunningApp = { app: FastifyInstance; url: string; log: string[]; services: AppServices & { turns: Turn[] } }

/** Starts the app on a free port for one test, with its log kept; closes it when the test is over. */
export async function startApp(parts: Partial<AppServices> = {}, options: AppOptions = {}): Promise<RunningApp> {
  const log: string[] = []
  const services = { ...memoryServices(), ...parts }
  const app = buildApp(services, { log: { write: (line) => void log.push(line) }, ...options })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => app.close())
  return { app, url, log, services }
}

/** Sends JSON, or a string as it is. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** What a server said, for a test to take apart; its shape is what the test is about. */
type Json = ReturnType<typeof JSON.parse>

/** The server-sent events of a response, in order. */
export async function eventsOf(response: Response): Promise<{ event: string; data: Json }[]> {
  const blocks = (await response.text()).split('\n\n').filter((block) => block.startsWith('event: '))
  return blocks.map((block) => {
    const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(block)!
    return { event: event!, data: JSON.parse(data!) }
  })
}

export async function jsonOf(response: Response | Promise<Response>): Promise<Json> {
  return (await response).json()
}
