import {
  AlignmentType,
  BorderStyle,
  Document,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  Footer,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

/** A4 upright in twentieths of a point, with the margins of official papers. */
const page = { width: 11_906, height: 16_838 }
const margin = { top: 1_440, bottom: 1_300, left: 1_300, right: 1_300 }
const textWidth = page.width - margin.left - margin.right

/** Fonts that Word and WPS have on every Chinese system; the Western name serves letters and figures. */
const fontOf = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
})
const body = fontOf('宋体')
const bold = fontOf('黑体')

/** Half points: 小四, 五号, 小二, 四号. */
const sizes = { body: 24, cell: 21, title: 36, heading: 28 }

const run = (text: string, options: IRunOptions = {}) =>
  new TextRun({ text, font: body, size: sizes.body, language: { eastAsia: 'zh-CN' }, ...options })

/** The title of a document, centred. */
export const title = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 160 },
    heading: 'Title',
    children: [run(text, { font: bold, size: sizes.title, color: '000000' })],
  })

/** The title of a part. */
export const heading = (text: string): Paragraph =>
  new Paragraph({
    heading: 'Heading1',
    keepNext: true,
    spacing: { before: 280, after: 120 },
    children: [run(text, { font: bold, size: sizes.heading, color: '000000' })],
  })

/** A paragraph of the text. */
export const paragraph = (text: string, look: { isCentred?: boolean; isBold?: boolean } = {}): Paragraph =>
  new Paragraph({
    ...(look.isCentred && { alignment: AlignmentType.CENTER }),
    spacing: { before: 80, after: 80, line: 360 },
    children: [run(text, look.isBold ? { font: bold } : {})],
  })

const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' }
const borders = { top: line, bottom: line, left: line, right: line }

function cell(text: string, width: number, isHead: boolean): TableCell {
  const paragraphs = text.split('\n').map(
    (one) =>
      new Paragraph({
        spacing: { line: 300 },
        children: [run(one, { size: sizes.cell, ...(isHead && { font: bold }) })],
      }),
  )
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    ...(isHead && { shading: { type: ShadingType.CLEAR, fill: 'EDEFF2', color: 'auto' } }),
    children: paragraphs,
  })
}

/**
 * A table as wide as the text, its head repeated on every page.
 *
 * @param shares How wide each column is in parts of the whole, one per column.
 * @param head Empty for a table whose first column says what stands beside it.
 */
export function table(shares: readonly number[], head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor((share / whole) * textWidth))
  const rowOf = (texts: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map((text, at) => cell(text, widths[at]!, isHead || (head.length === 0 && at === 0))),
    })
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [...(head.length > 0 ? [rowOf(head, true)] : []), ...rows.map((row) => rowOf(row, false))],
  })
}

/** The bytes of a .docx file; `foot` stands at the end of every page before its number. */
export function writeDocument(name: string, foot: string, children: (Paragraph | Table)[]): Promise<Buffer> {
  const small = { size: 18, color: '606060' }
  const numbers = new TextRun({
    ...small,
    font: body,
    children: ['　', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
  })
  const footer = new Paragraph({ alignment: AlignmentType.CENTER, children: [run(foot, small), numbers] })
  const document = new Document({
    title: name,
    creator: '知询',
    styles: { default: { document: { run: { font: body, size: sizes.body } } } },
    sections: [
      {
        properties: { page: { size: page, margin } },
        footers: { default: new Footer({ children: [footer] }) },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}
