import { ImportError } from './import-error.ts'

/**
 * Reads the bytes of a text file: UTF-8, UTF-16 with its mark, or GB18030, which holds GBK and GB2312.
 *
 * @throws {ImportError} When they are no text in any of these.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = tryDecode(bytes, markedEncoding(bytes)) ?? tryDecode(bytes, 'gb18030')
  if (text === undefined || text.includes('\0'))
    throw new ImportError('不是文本文件，或者编码既不是 UTF-8 也不是 GB18030')
  return text
}

function markedEncoding([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
