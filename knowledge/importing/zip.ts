import { crc32, inflateRawSync } from 'node:zlib'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const deflated = 8
const utf8Names = 0x0800

/**
 * Reads the files of a ZIP archive such as a DOCX.
 *
 * @param limit Bytes that all of them may take unpacked.
 * @throws {Error} When the archive is broken or encrypted; with `code` ERR_BUFFER_TOO_LARGE when past the limit.
 */
export function readZip(archive: Buffer, limit: number): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || archive.readUInt32LE(end) !== endOfDirectory) throw new Error('no ZIP archive')
  let at = archive.readUInt32LE(end + 16)
  let left = limit
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new Error('broken ZIP directory')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength!)
    const file = unpack(archive, at, left)
    left -= file.length
    files.set(name, file)
    at += 46 + nameLength! + extraLength! + commentLength!
  }
  return files
}

function unpack(archive: Buffer, entry: number, limit: number): Buffer {
  const method = archive.readUInt16LE(entry + 10)
  const size = archive.readUInt32LE(entry + 20)
  const local = archive.readUInt32LE(entry + 42)
  if ((archive.readUInt16LE(entry + 8) & 1) === 1) throw new Error('encrypted ZIP archive')
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const packed = archive.subarray(from, from + size)
  return method === deflated ? inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) }) : packed
}

/** Makes a ZIP archive of files, uncompressed. */
export function writeZip(files: Map<string, Buffer>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of files) {
    const nameBytes = Buffer.from(name)
    // Version, flags, method, time and date, checksum, sizes, length of the name: the same in both places.
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(utf8Names, 2)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(content.length, 14)
    shared.writeUInt32LE(content.length, 18)
    shared.writeUInt16LE(nameBytes.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(number32(directoryEntry), Buffer.from([20, 0]), shared, tail, nameBytes)
    parts.push(number32(localEntry), shared, nameBytes, content)
    at += 30 + nameBytes.length + content.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.size, 4)
  end.writeUInt16LE(files.size, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, listed, number32(endOfDirectory), end])
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
