import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { squeeze } from '../language/clean-text.ts'
import { ImportError } from './import-error.ts'
import type { PdfItem } from './pdf-item.ts'
import { type PdfPage, readBlocks } from './pdf-lines.ts'
import { joinLines } from './pdf-paragraphs.ts'
import { readRules } from './pdf-rules.ts'

type Document = Awaited<ReturnType<typeof getDocumentProxy>>
type TextContent = Awaited<ReturnType<Awaited<ReturnType<Document['getPage']>>['getTextContent']>>

/** What stands in for a character that a font says nothing about. */
const unreadable = /[\ufffd\p{Co}\p{Cn}\p{Cc}]/gu

/**
 * Reads a PDF with text: its lines put together into paragraphs, page numbers and running titles left out.
 *
 * @throws {ImportError} When it is broken, locked, scanned, or its fonts don't tell which characters they show.
 */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const pages = await readPages(bytes)
  const empty = pages.filter((page) => page.items.length === 0).length
  if (empty > pages.length / 2) {
    const which = empty === pages.length ? '' : `（${pages.length} 页中有 ${empty} 页）`
    throw new ImportError(`没有可读的文字${which}，可能是扫描件，请用带文字的 PDF 或 Word 文件`)
  }
  const text = joinLines(readBlocks(pages), Math.max(...pages.map(({ width }) => width))).join('\n')
  const letters = squeeze(text)
  if ((letters.match(unreadable) ?? []).length > letters.length / 10) {
    throw new ImportError('文字读不出来（PDF 的字体没有编码信息），请用 Word 文件或网页')
  }
  return text
}

async function readPages(bytes: Uint8Array): Promise<PdfPage[]> {
  const { OPS } = await getResolvedPDFJS()
  let document: Document | undefined
  try {
    document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view
      const items = itemsOf(await page.getTextContent(), bottom)
      const rules = readRules(await page.getOperatorList(), OPS, bottom)
      pages.push({ width: right - left, height: top - bottom, items, rules })
      page.cleanup()
    }
    return pages
  } catch (error) {
    const locked = (error as Error).name === 'PasswordException'
    throw new ImportError(locked ? 'PDF 加了密码，请去掉密码再试' : 'PDF 文件已损坏，打不开')
  } finally {
    await document?.loadingTask.destroy()
  }
}

/** Upright pieces of text: what is turned is a watermark or a seal. */
function itemsOf({ items }: TextContent, bottom: number): PdfItem[] {
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [across = 0, slant = 0, , down = 0, x = 0, y = 0] = item.transform as number[]
    if (Math.abs(slant) > Math.abs(across) * 0.1) return []
    return [{ text: item.str, x, y: y - bottom, width: item.width, size: Math.abs(down) || item.height }]
  })
}
