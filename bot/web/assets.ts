import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { bundledFiles } from './bundle.ts'

/** A file as it goes over the wire: in the forms that clients may accept; `etag` quoted as in the header. */
export type Asset = {
  type: string
  body: Buffer
  gzip: Buffer
  br: Buffer
  etag: string
  /** Its address changes with its contents, so that whoever has it need never ask again. */
  isImmutable: boolean
}

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
}
/** The best of 11 takes 30 ms for a script: right for what is made once, not for the page of a long notice. */
const brotliQuality = { once: 11, page: 5 }

/** A tag of the contents, quoted as in the header. */
export const etagOf = (contents: Buffer | string): string =>
  `"${createHash('sha256').update(contents).digest('base64url').slice(0, 20)}"`

/** A page made ready for the wire. */
export const pageAsset = (html: string): Asset => asset('html', Buffer.from(html), false)

function asset(kind: string, body: Buffer, isImmutable: boolean): Asset {
  const quality = isImmutable ? brotliQuality.once : brotliQuality.page
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  let gzip: Buffer | undefined
  let br: Buffer | undefined
  return {
    type: types[kind] ?? 'application/octet-stream',
    body,
    // Made for the first who asks for it: at the start there is something better to do.
    get gzip() {
      return (gzip ??= gzipSync(body, { level: isImmutable ? 9 : 6 }))
    },
    get br() {
      return (br ??= brotliCompressSync(body, { params }))
    },
    etag: etagOf(body),
    isImmutable,
  }
}

type Bundle = { assets: Map<string, Asset>; addresses: Map<string, string> }
let bundle: Bundle | undefined

/** Scripts and styles, bundled at their first use in a process: at the start of a server. */
function bundled(): Bundle {
  if (bundle) return bundle
  const files = bundledFiles()
  const addressOf = (servedAs: string) => `/assets/${servedAs}`
  bundle = {
    assets: new Map(
      files.map(({ servedAs, contents }) => {
        const kind = servedAs.slice(servedAs.lastIndexOf('.') + 1)
        return [addressOf(servedAs), asset(kind, contents, true)]
      }),
    ),
    addresses: new Map([...files.map(({ name, servedAs }) => [name, addressOf(servedAs)] as const), ...icons()]),
  }
  return bundle
}

/** Icons are small enough to stand in the pages themselves, and save a request. */
function icons(): [string, string][] {
  const folder = new URL('./icons/', import.meta.url)
  return readdirSync(folder).map((name) => {
    const drawing = readFileSync(new URL(name, folder), 'utf8').replace(/>\s+</g, '><').trim()
    return [name, `data:image/svg+xml,${encodeURIComponent(drawing)}`]
  })
}

/**
 * Where a page finds a script, style sheet or icon.
 *
 * @param name Its plain name, such as `chat.js`.
 * @throws {Error} When there is none of that name that stands on its own: a part of another is not served.
 */
export function assetPath(name: string): string {
  const address = bundled().addresses.get(name)
  if (address === undefined) throw new Error(`bot/web: no script, style sheet or icon ${name} of its own`)
  return address
}

/** Reads the chat page and all that the pages load. Keys are paths: `/`, `/assets/chat-W4OQLH2E.js` … */
export function loadAssets(): Map<string, Asset> {
  const page = readFileSync(new URL('./index.html', import.meta.url), 'utf8')
  const linked = page.replace(/"\/assets\/([\w.-]+)"/g, (_, name: string) => `"${assetPath(name)}"`)
  return new Map([...bundled().assets, ['/', pageAsset(linked)]])
}
