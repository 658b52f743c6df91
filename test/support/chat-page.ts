import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { languageCookie } from '../../bot/web/client/language-cookie.ts'

export const phone: BrowserContextOptions = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true }
/** The smallest screen on which everything that matters must be in sight. */
export const smallPhone: BrowserContextOptions = { ...phone, viewport: { width: 375, height: 667 } }
/** As somebody who has chosen English. */
export const inEnglish: BrowserContextOptions = {
  storageState: {
    origins: [],
    cookies: [
      {
        name: languageCookie,
        value: 'en',
        domain: '127.0.0.1',
        path: '/',
        expires: -1,
        httpOnly: false,
        secure: false,
        sameSite: 'Lax',
      },
    ],
  },
}
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }

/** A page with what went wrong in it: errors and refusals the browser reported, requests to other hosts. */
export type Watched = { page: Page; faults: string[]; elsewhere: string[] }

/** Opens an address in a browser of its own (storage, network), watched; closed when the test is over. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = desktop) {
  const context = await browser.newContext(options)
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const watched: Watched = { page, faults: [], elsewhere: [] }
  page.on('pageerror', (error) => watched.faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && watched.faults.push(message.text()))
  page.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(url).host) watched.elsewhere.push(request.url())
  })
  await page.goto(url)
  return watched
}

/** Types a message, sends it and waits until the reply is there, or the failure. */
export async function say(page: Page, text: string): Promise<void> {
  const turns = await page.locator('.asked').count()
  await page.locator('#message').fill(text)
  await page.locator('#send').click()
  await settled(page, turns + 1)
}

/** Waits until so many messages stand in the log and no reply is under way. */
export async function settled(page: Page, turns: number): Promise<void> {
  await page
    .locator('.asked')
    .nth(turns - 1)
    .waitFor()
  await page.locator('.pending').waitFor({ state: 'detached' })
}

export const lastReply = (page: Page) => page.locator('.reply').last()

/** What an interview waits for. */
export const card = (page: Page) => page.locator('#card')

/** Waits until the card asks this. */
export const asked = (page: Page, question: string | RegExp) =>
  card(page).getByRole('heading', { name: question }).waitFor()
