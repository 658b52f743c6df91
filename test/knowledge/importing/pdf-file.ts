import { readFileSync } from 'node:fs'
import { openBrowser } from '../../support/browser.ts'

const fonts = new URL('../../../node_modules/@fontsource-variable/noto-sans-sc/', import.meta.url)
const origin = 'http://fixture.test/'

const page = (body: string) => `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8">
<link rel="stylesheet" href="${origin}index.css"><style>
body { font: 16px/28px 'Noto Sans SC Variable'; margin: 0 } p { margin: 0; text-indent: 2em; text-align: justify }
.title { text-align: center; text-indent: 0; font-size: 20px; margin: 28px 4em } .flush { text-indent: 0 }
.right { text-align: right } table { border-collapse: collapse; width: 100% } td, th { border: 1px solid; padding: 4px }
.stamp { position: fixed; top: 40%; left: 20%; transform: rotate(-35deg); opacity: 0.2; font-size: 40px }
</style></head><body>${body}</body></html>`

const running = (text: string) => `<div style="font-size:10px;width:100%;text-align:center">${text}</div>`

/** Prints HTML as an office would: pages of A4 with `— 1 —` at the foot, and at the head a running title. */
export async function pdfPrinter(): Promise<(body: string, head?: string) => Promise<Buffer>> {
  const browser = await openBrowser()
  return async (body, head = '') => {
    const tab = await browser.newPage()
    await tab.route(`${origin}**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1)
      if (name === '') return route.fulfill({ contentType: 'text/html', body: page(body) })
      const contentType = name.endsWith('.css') ? 'text/css' : 'font/woff2'
      return route.fulfill({ contentType, body: readFileSync(new URL(name, fonts)) })
    })
    await tab.goto(origin)
    await tab.evaluate('document.fonts.ready')
    const printed = await tab.pdf({
      format: 'A4',
      margin: { top: '35mm', bottom: '35mm', left: '28mm', right: '28mm' },
      displayHeaderFooter: true,
      headerTemplate: running(head),
      footerTemplate: running('— <span class="pageNumber"></span> —'),
    })
    await tab.close()
    return printed
  }
}
