import { encode } from 'uqr'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../../../bot/app.ts'
import type { AppOptions } from '../../../bot/app-options.ts'
import { startLink } from '../../../bot/channels/telegram/private-link.ts'
import { telegramAssistant } from '../../support/telegram.ts'

const assistant = await telegramAssistant()
const chatLink: AppOptions['chatLink'] = (kind, id) => startLink('zhixun_bot', kind, id)

async function opened(options: AppOptions = {}) {
  const app = buildApp(assistant.services, { log: false, ...options })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => app.close())
  return (path: string) => fetch(url + path)
}

const cases = [
  {
    page: '/programmes/medical-center-2025',
    code: '/qr/check/medical-center-2025',
    start: 'check_medical-center-2025',
  },
  { page: '/notices/medical-2025', code: '/qr/n/medical-2025', start: 'n_medical-2025' },
]

test.each(cases)('$page shows a code and a link that open the chat', async ({ page, code, start }) => {
  const get = await opened({ chatLink })
  const html = await (await get(page)).text()
  const link = `https://t.me/zhixun_bot?start=${start}`
  expect(html).toContain(`<img src="${code}"`)
  expect(html).toContain(`<a href="${link}">`)
  const image = await get(code)
  expect(image.headers.get('content-type')).toContain('image/svg+xml')
  const svg = await image.text()
  expect(svg).not.toMatch(/<script|style=/u)
  const dark = encode(link, { ecc: 'M' }).data.flat().filter(Boolean).length
  expect(svg.match(/M\d+,\d+/gu)).toHaveLength(dark)
})

test.each(cases)('without a bot $page has no code', async ({ page, code }) => {
  const get = await opened()
  expect(await (await get(page)).text()).not.toMatch(/t\.me|\/qr\//u)
  expect((await get(code)).status).toBe(404)
})

test('there is no code for what there is not', async () => {
  const get = await opened({ chatLink })
  for (const path of ['/qr/check/medical-2025', '/qr/n/nothing', '/qr/x/medical-2025'])
    expect([400, 404]).toContain((await get(path)).status)
})
