import { writeZip } from '../../../knowledge/importing/zip.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const wordprocessing = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`

const contentTypes = xml(`<Types xmlns="${packages}/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
  <Override PartName="/word/document.xml" ContentType="${wordprocessing}.document.main+xml"/>
  <Override PartName="/word/numbering.xml" ContentType="${wordprocessing}.numbering+xml"/>
  <Override PartName="/word/styles.xml" ContentType="${wordprocessing}.styles+xml"/>
</Types>`)
const relationship = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
const relationships = (inner: string) =>
  xml(`<Relationships xmlns="${packages}/relationships">${inner}</Relationships>`)

/** Lists that count 一、（一）1. ①, the first level by the style of headings. */
const levels = [
  ['chineseCountingThousand', '%1、'],
  ['chineseCountingThousand', '（%2）'],
  ['decimal', '%3.'],
  ['decimalEnclosedCircleChinese', '%4'],
]
const numbering = xml(
  `<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="7">${levels
    .map(
      ([format, text], at) =>
        `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
)
const styles = xml(`<w:styles xmlns:w="${main}">
  <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="Part"><w:name w:val="heading 1"/>
    <w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="MyPart"><w:name w:val="My Part"/><w:basedOn w:val="Part"/></w:style>
</w:styles>`)

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`
export const numbered = (level: number, text: string) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr>`)
export const styled = (style: string, text: string) => paragraph(text, `<w:pStyle w:val="${style}"/>`)
export const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
export const table = (rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`

/** A Word file with these paragraphs and tables. */
export function docxFile(body: string[]): Buffer {
  const document = xml(`<w:document xmlns:w="${main}"><w:body>${body.join('')}</w:body></w:document>`)
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships(relationship('r1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relationships(
      relationship('r1', 'numbering', 'numbering.xml') + relationship('r2', 'styles', 'styles.xml'),
    ),
    'word/document.xml': document,
    'word/numbering.xml': numbering,
    'word/styles.xml': styles,
  }
  return writeZip(new Map(Object.entries(parts).map(([name, content]) => [name, Buffer.from(content)])))
}

/** The lines of a text as a Word file: its numbers counted by the program, its rows in a table. */
export function docxOf(lines: string[]): Buffer {
  const body: string[] = []
  const rows: string[][] = []
  for (const line of [...lines, '']) {
    if (line.includes('\t')) rows.push(line.split('\t').map((text) => cell(text)))
    else if (rows.length > 0) body.push(table(rows.splice(0)))
    if (line !== '' && !line.includes('\t')) body.push(blockOf(line))
  }
  return docxFile(body)
}

const markers: [RegExp, (text: string) => string][] = [
  [/^[一二三四五六七八九十]+、/u, (text) => styled('MyPart', text)],
  [/^（[一二三四五六七八九十]+）/u, (text) => numbered(1, text)],
  [/^\d+\./u, (text) => numbered(2, text)],
  [/(?=^.*的通知$)/u, (text) => styled('Title', text)],
]

function blockOf(line: string): string {
  const [marker, block] = markers.find(([pattern]) => pattern.test(line)) ?? []
  return marker && block ? block(line.replace(marker, '')) : paragraph(line)
}
