import { expect } from 'vitest'
import type { RealApp, Said } from './real-app.ts'

/** A page as it came, with what a person would do on it. */
export type Visited = { status: number; html: string; url: string; text: string }

/** As it reads, without its markup. */
const textOf = (html: string): string =>
  html
    .replace(/^[\s\S]*<main[^>]*>/u, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/&quot;/gu, '"')
    .replace(/\s+/gu, ' ')

async function visited(response: Response): Promise<Visited> {
  const html = await response.text()
  return { status: response.status, html, url: response.url, text: textOf(html) }
}

export const visit = async (url: string): Promise<Visited> => visited(await fetch(url))

/** Sends a form, and follows where it leads. */
export async function sendForm(url: string, fields: [string, string][]): Promise<Visited> {
  const body = new URLSearchParams(fields)
  return visited(await fetch(url, { method: 'POST', body }))
}

/** Where the page of whoever holds a check is, as the reply to /ask gives it. */
export function ownerPageOf({ url }: Pick<RealApp, 'url'>, { replies }: Said): string {
  const path = replies.at(-1)!.actions.find(({ send }) => send === '/ask')?.url
  expect(path).toMatch(/^\/together\/[A-Z2-9]{28}$/u)
  return `${url}${path}`
}

/** The form ids of the page that ask somebody, by the first question of each. */
const askFormOf = ({ html }: Visited, fact: string): string => {
  const form = html.split('<form').find((part) => part.includes('value="ask"') && part.includes(`value="${fact}"`))
  return /name="id" value="([0-9a-f]{32})"/u.exec(form ?? '')![1]!
}

/** Asks somebody some questions, and gives the link for them. */
export async function askFor(
  page: string,
  role: string,
  facts: readonly string[],
): Promise<{ link: string; id: string }> {
  const id = askFormOf(await visit(page), facts[0]!)
  const after = await sendForm(page, [
    ['do', 'ask'],
    ['id', id],
    ['role', role],
    ...facts.map((fact): [string, string] => ['fact', fact]),
  ])
  const link = new RegExp(`id="link-${id}" value="([^"]+)"`, 'u').exec(after.html)?.[1]
  expect(link, after.text).toBeDefined()
  return { link: link!, id }
}

/** Answers one question of a link; '' is 不清楚. */
export const answer = (link: string, fact: string, said: string, remark = ''): Promise<Visited> =>
  sendForm(link, [['fact', fact], ['remark', remark], said === '' ? ['unknown', '1'] : ['answer', said]])
