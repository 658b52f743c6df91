import { load } from 'cheerio'
import mammoth from 'mammoth'
import { writeListNumbers } from './docx-numbering.ts'
import { htmlLines } from './html-lines.ts'
import { ImportError } from './import-error.ts'
import { readZip, writeZip } from './zip.ts'

/** Bytes a document may take unpacked: pictures count too. */
const unpackedLimit = 200 * 1024 * 1024
const documentPart = 'word/document.xml'

/**
 * Reads a DOCX file: its paragraphs with the numbers of automatic lists, its tables row by row.
 *
 * @throws {ImportError} When it is no DOCX file or broken.
 */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const files = unpack(Buffer.from(bytes))
  const part = (name: string) => files.get(`word/${name}.xml`)?.toString('utf8')
  const document = writeListNumbers(part('document') ?? '', part('numbering'), part('styles'))
  files.set(documentPart, Buffer.from(document))
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    const { value } = await mammoth.convertToHtml({ buffer: writeZip(files) }, { convertImage })
    const $ = load(value)
    return htmlLines($, $('body')[0]!).join('\n')
  } catch {
    throw new ImportError('Word 文件已损坏，请用 Word 打开后另存为 .docx 再试')
  }
}

function unpack(bytes: Buffer): Map<string, Buffer> {
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    throw new ImportError('是旧版 .doc 或加了密码的 Word 文件，请去掉密码、另存为 .docx 再试')
  }
  try {
    const files = readZip(bytes, unpackedLimit)
    if (files.has(documentPart)) return files
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new ImportError('Word 文件解压后太大')
  }
  throw new ImportError('不是有效的 .docx 文件，或者文件已损坏')
}
