import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const folder = new URL('../../node_modules/@fontsource-variable/noto-sans-sc/', import.meta.url)

/** Gives the page Chinese glyphs under a name its styles ask for; test machines have no Chinese font. */
export async function serveChineseFont(page: Page): Promise<void> {
  const faces = readFileSync(new URL('index.css', folder), 'utf8')
    .replaceAll('Noto Sans SC Variable', 'Noto Sans SC')
    .replaceAll('./files/', '/test-fonts/')
  await page.route('**/assets/*.css', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()) + faces })
  })
  await page.route('**/test-fonts/*', (route) => {
    const name = new URL(route.request().url()).pathname.replace('/test-fonts/', '')
    return route.fulfill({ contentType: 'font/woff2', body: readFileSync(new URL(`files/${name}`, folder)) })
  })
}
