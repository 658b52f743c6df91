import { load } from 'cheerio'
import { ImportError } from './import-error.ts'
import { readZip } from './zip.ts'

/** Bytes that a workbook may take unpacked, and rows that are read. */
const largest = 32 * 1024 * 1024
const mostRows = 5_000

const columnOf = (reference: string): number =>
  [...(/^[A-Z]{1,3}/u.exec(reference)?.[0] ?? 'A')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/**
 * The cells of the first sheet of an .xlsx workbook, as texts.
 *
 * @throws {ImportError} When it is no workbook, or broken, encrypted or too large.
 */
export function readXlsx(bytes: Uint8Array): string[][] {
  try {
    const files = readZip(Buffer.from(bytes), largest)
    const sheet = [...files.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(name)).toSorted()[0]
    if (sheet === undefined) throw new Error('no sheet')
    return rowsOf(files.get(sheet)!.toString('utf8'), sharedOf(files.get('xl/sharedStrings.xml')?.toString('utf8')))
  } catch (cause) {
    throw new ImportError('不是能读的 .xlsx 表格，请用下载的核对表填写，另存为 .xlsx', { cause })
  }
}

/** The texts that cells name by their number; what is written beside as a reading of the signs is no part of them. */
function sharedOf(xml = ''): string[] {
  const $ = load(xml, { xml: true })
  return $('si')
    .toArray()
    .map((item) => {
      $(item).find('rPh').remove()
      return $(item)
        .find('t')
        .toArray()
        .map((part) => $(part).text())
        .join('')
    })
}

function rowsOf(xml: string, shared: readonly string[]): string[][] {
  const $ = load(xml, { xml: true })
  return $('sheetData > row')
    .toArray()
    .slice(0, mostRows)
    .map((row) => {
      const cells: string[] = []
      for (const [at, cell] of $(row).children('c').toArray().entries()) {
        const type = $(cell).attr('t')
        const value = $(cell).children('v').text()
        const place = $(cell).attr('r')
        const text =
          type === 's' ? (shared[Number(value)] ?? '') : type === 'inlineStr' ? $(cell).find('t').text() : value
        cells[place === undefined ? at : columnOf(place)] = text
      }
      return Array.from(cells, (text = '') => text)
    })
}
