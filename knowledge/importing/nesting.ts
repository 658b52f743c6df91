import type { CheerioAPI } from 'cheerio'
import { ImportError } from './import-error.ts'

/** Elements that may stand in one another: what reads a page goes as deep as it does. */
const deepest = 400
/** Tags that may be open at a time, as far as the text of a page shows it: the parser looks through all of them at each. */
const mostOpen = 5_000
const tag = /<(\/?)(?:div|span|table|section|article|ul|ol|blockquote|center|font|b|i|em|strong|a|form)\b/giu

const tooDeep = (): ImportError => new ImportError('网页的结构嵌套太深，读不了；请把正文另存为文本或 Word 文件')

/** @throws {ImportError} When a page opens far more tags than it closes. */
export function refuseDeepText(bytes: Uint8Array): void {
  let open = 0
  for (const [, closes] of Buffer.from(bytes).toString('latin1').matchAll(tag)) {
    open = Math.max(0, open + (closes ? -1 : 1))
    if (open > mostOpen) throw tooDeep()
  }
}

/** @throws {ImportError} When elements stand in one another deeper than can be read. */
export function refuseDeepTree($: CheerioAPI): void {
  let level = $.root()[0]!.children
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw tooDeep()
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
}
