import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of an archive; its content is asked for piece by piece. */
export type ZipEntry = { name: string; content: AsyncIterable<string> | Iterable<string> }

type Written = { name: Buffer; crc: number; packed: number; size: number; at: number }

const most = 0xffff_ffff
/** Sizes behind the content, names in UTF-8. */
const flags = 0x0808
const deflated = 8
/** 1 January 1980, the first day there is: when a file was made is nobody's business. */
const day = 0x0021

/** The shared part of both headers of an entry; what is not known yet is 0. */
function described(signature: number, { name, crc, packed, size }: Written, isDirectory: boolean): Buffer {
  const head = Buffer.alloc(isDirectory ? 46 : 30)
  head.writeUInt32LE(signature, 0)
  const from = isDirectory ? 6 : 4
  if (isDirectory) head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, from)
  head.writeUInt16LE(flags, from + 2)
  head.writeUInt16LE(deflated, from + 4)
  head.writeUInt16LE(day, from + 8)
  head.writeUInt32LE(crc, from + 10)
  head.writeUInt32LE(packed, from + 14)
  head.writeUInt32LE(size, from + 18)
  head.writeUInt16LE(name.length, from + 22)
  return head
}

/**
 * Writes a zip archive while its files are being made: no more of it than a piece is in memory at a time.
 *
 * @throws {RangeError} When a file is longer than 4 GB.
 */
export async function* streamZip(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let at = 0
  for (const { name, content } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, at }
    const head = Buffer.concat([described(0x04034b50, entry, false), entry.name])
    at += head.length
    yield head
    for await (const piece of packed(content, entry)) {
      entry.packed += piece.length
      at += piece.length
      yield piece
    }
    if (entry.size > most || at > most) throw new RangeError(`${name} is too long for a zip archive`)
    const sizes = Buffer.alloc(16)
    sizes.writeUInt32LE(0x08074b50, 0)
    sizes.writeUInt32LE(entry.crc, 4)
    sizes.writeUInt32LE(entry.packed, 8)
    sizes.writeUInt32LE(entry.size, 12)
    at += sizes.length
    yield sizes
    written.push(entry)
  }
  yield directoryOf(written, at)
}

async function* packed(content: ZipEntry['content'], entry: Written): AsyncGenerator<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const text of content) {
      const piece = Buffer.from(text)
      entry.crc = crc32(piece, entry.crc)
      entry.size += piece.length
      yield piece
    }
  }
  const deflate = createDeflateRaw()
  // A fault of the content comes out of the loop below.
  pipeline(Readable.from(counted(), { objectMode: true, highWaterMark: 1 }), deflate, () => undefined)
  for await (const piece of deflate) yield piece as Buffer
}

function directoryOf(written: readonly Written[], at: number): Buffer {
  const entries = written.map((entry) => {
    const head = described(0x02014b50, entry, true)
    head.writeUInt32LE(entry.at, 42)
    return Buffer.concat([head, entry.name])
  })
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(written.length, 8)
  end.writeUInt16LE(written.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([directory, end])
}
