import { expect } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import type { DraftJson } from '../../bot/notice-desk/draft-json.ts'
import { jsonOf } from './app.ts'
import { desktop, openPage } from './chat-page.ts'
import type { staffApp } from './staff-app.ts'

type Staff = Pick<Awaited<ReturnType<typeof staffApp>>, 'url' | 'as' | 'cookies'>

/** Sends a notice as an editor does, and returns the draft that is read from it. */
export async function sendNotice({ url, cookies }: Staff, text: string): Promise<DraftJson> {
  const form = new FormData()
  form.append('file', new File([text], '通知.txt'))
  const headers = { cookie: cookies.get('editor')! }
  return jsonOf(fetch(`${url}/api/staff/notices`, { method: 'POST', headers, body: form }))
}

/** Sends a notice, says what it is to another, puts it in use, and returns its id. */
export async function publishNotice(
  staff: Staff,
  text: string,
  relation?: { as: string; of: string },
): Promise<string> {
  let draft = await sendNotice(staff, text)
  if (relation) {
    const body = { version: draft.version, relation }
    draft = await jsonOf(staff.as('editor', 'PATCH', `/api/staff/notices/${draft.id}/draft`, { body }))
  }
  const body = { version: draft.version }
  const published = await staff.as('editor', 'POST', `/api/staff/notices/${draft.id}/publish`, { body })
  expect(published.status, await published.clone().text()).toBe(200)
  return (await jsonOf(Promise.resolve(published))).notice
}

/** Opens a page of the console, signed in as an editor. */
export async function openAsEditor(browser: Browser, { url, cookies }: Staff, path: string): Promise<Page> {
  const { page } = await openPage(browser, `${url}/healthz`, desktop)
  const [name, value] = cookies.get('editor')!.split('=') as [string, string]
  await page.context().addCookies([{ name, value, url }])
  await page.goto(url + path)
  return page
}
