import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { gzipSync } from 'node:zlib'

/** A file as it goes over the wire: `gzip` for those who accept it, `etag` quoted as in the header. */
export type Asset = { type: string; body: Buffer; gzip: Buffer; etag: string }

const folder = new URL('./', import.meta.url)

/** Browser scripts are TypeScript modules; what the browser gets has no types and imports `.js`. */
function browserScript(source: string): string {
  return stripTypeScriptTypes(source).replace(/((?:from|import)\s*\(?\s*)'(\.\/[\w-]+)\.ts'/g, "$1'$2.js'")
}

const kinds = [
  { from: 'client/', ending: '.ts', to: '.js', type: 'text/javascript; charset=utf-8', prepare: browserScript },
  { from: 'styles/', ending: '.css', to: '.css', type: 'text/css; charset=utf-8' },
  { from: 'icons/', ending: '.svg', to: '.svg', type: 'image/svg+xml' },
]

/** A text made ready for the wire. */
export function asset(type: string, text: string): Asset {
  const body = Buffer.from(text)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`
  return { type, body, gzip: gzipSync(body, { level: 9 }), etag }
}

/** Lets a page ask for all modules of its script at once, instead of finding them one behind the other. */
function withPreloads(page: string, assets: Map<string, Asset>): string {
  const found = new Set<string>()
  const follow = (path: string): void => {
    for (const [, name] of assets
      .get(path)
      ?.body.toString()
      .matchAll(/from '\.\/([\w-]+)\.js'/g) ?? []) {
      const module = `/assets/${name}.js`
      if (found.has(module)) continue
      found.add(module)
      follow(module)
    }
  }
  for (const [, entry] of page.matchAll(/<script type="module" src="([^"]+)"/g)) follow(entry ?? '')
  const links = [...found].map((module) => `<link rel="modulepreload" href="${module}" />`)
  return page.replace('</head>', `${links.join('')}</head>`)
}

/** Reads the chat page and all that the pages load, once at start. Keys are paths: `/`, `/assets/chat.js` … */
export function loadAssets(): Map<string, Asset> {
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  const assets = new Map<string, Asset>()
  for (const { from, ending, to, type, prepare = String } of kinds) {
    for (const name of readdirSync(new URL(from, folder))) {
      if (!name.endsWith(ending)) continue
      assets.set(`/assets/${name.slice(0, -ending.length)}${to}`, asset(type, prepare(read(from + name))))
    }
  }
  return assets.set('/', asset('text/html; charset=utf-8', withPreloads(read('index.html'), assets)))
}
