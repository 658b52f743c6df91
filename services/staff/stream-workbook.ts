import { streamZip } from './stream-zip.ts'

/** A sheet whose rows are made as they are asked for: texts and numbers. `widths` in characters. */
export type Sheet = {
  name: string
  titles: readonly string[]
  widths: readonly number[]
  rows: Iterable<readonly (string | number)[]> | AsyncIterable<readonly (string | number)[]>
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const ofOffice = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

const parts = (name: string): [string, string][] => [
  [
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${ofOffice}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${ofOffice}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${ofOffice}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${ofOffice}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
  ],
]

const bold = 1
const wrapped = 2

function cell(value: string | number, style: number): string {
  if (typeof value === 'number') return `<c><v>${value}</v></c>`
  if (value === '') return '<c/>'
  const space = /^\s|\s$|\n/u.test(value) ? ' xml:space="preserve"' : ''
  return `<c t="inlineStr" s="${style}"><is><t${space}>${escaped(value)}</t></is></c>`
}

const row = (values: readonly (string | number)[], style: number): string =>
  `<row>${values.map((value) => cell(value, style)).join('')}</row>`

async function* sheetXml({ titles, widths, rows }: Sheet): AsyncGenerator<string> {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  const fixed =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  yield `${head}<worksheet xmlns="${main}">${fixed}<cols>${columns.join('')}</cols><sheetData>${row(titles, bold)}`
  for await (const values of rows) yield row(values, wrapped)
  yield '</sheetData></worksheet>'
}

/** A workbook (xlsx) with one sheet, written while its rows are being read. Texts stand in it as texts, never as formulas. */
export const streamWorkbook = (sheet: Sheet): AsyncGenerator<Buffer> =>
  streamZip([
    ...parts(sheet.name).map(([name, xml]) => ({ name, content: [head + xml] })),
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml(sheet) },
  ])

/** The same as a whole, for a sheet of a few rows. */
export const wholeWorkbook = async (sheet: Sheet): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(streamWorkbook(sheet)))
