import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readZip, writeZip } from '../../../knowledge/importing/zip.ts'

const plenty = 1024 * 1024

test('what is packed comes out again', () => {
  const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  const contents = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(names, contents), { maxLength: 8, selector: ([name]) => name }), (entries) => {
      expect(readZip(writeZip(new Map(entries)), plenty)).toEqual(new Map(entries))
    }),
  )
})

/** An archive with one file, compressed. */
function deflated(content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const archive = writeZip(new Map([['a', packed]]))
  const directory = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  archive.writeUInt16LE(8, 8)
  archive.writeUInt16LE(8, directory + 10)
  archive.writeUInt32LE(content.length, directory + 24)
  return archive
}

test('a compressed file is unpacked, up to the limit', () => {
  const content = Buffer.alloc(50_000, '一')
  expect(readZip(deflated(content), plenty).get('a')).toEqual(content)
  expect(() => readZip(deflated(content), 1000)).toThrow(expect.objectContaining({ code: 'ERR_BUFFER_TOO_LARGE' }))
})

test('what is no archive, or half of one, is an error', () => {
  const archive = writeZip(new Map([['a', Buffer.from('text')]]))
  expect(() => readZip(Buffer.from('text'), plenty)).toThrow('no ZIP archive')
  expect(() => readZip(archive.subarray(20), plenty)).toThrow()
})
