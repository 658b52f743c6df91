import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupMessages } from '../../../knowledge/database/message-groups.ts'

/** A message of the protocol under its sign, with so many bytes of content. */
function message(sign: string, content: number): Buffer {
  const bytes = Buffer.alloc(5 + content, 7)
  bytes.write(sign)
  bytes.writeInt32BE(4 + content, 1)
  return bytes
}
const startup = Buffer.from([0, 0, 0, 12, 0, 3, 0, 0, 97, 0, 98, 0])
const statement = ['P', 'B', 'D', 'E', 'S']

function groupsOf(chunks: Buffer[]): Buffer[] {
  const groups: Buffer[] = []
  const take = groupMessages((group) => groups.push(Buffer.from(group)))
  for (const chunk of chunks) take(chunk)
  return groups
}
const whole = (...signs: string[]) => Buffer.concat(signs.map((sign, at) => message(sign, at * 300)))

test('what is answered together is a group, whatever comes in one piece', () => {
  const [one, other] = [whole(...statement), whole('Q')]
  expect(groupsOf([startup, Buffer.concat([one, other, one])])).toEqual([startup, one, other, one])
})

test('a statement that is not whole waits for its rest', () => {
  const one = whole(...statement)
  expect(groupsOf([one.subarray(0, one.length - 1)])).toEqual([])
  expect(groupsOf([whole('P', 'B')])).toEqual([])
})

test('however it is cut into pieces, the same groups come of it', () => {
  const sign = fc.constantFrom('Q', 'P', 'B', 'D', 'E', 'C', 'S', 'H', 'X')
  const messages = fc.array(fc.tuple(sign, fc.nat(70)), { maxLength: 12 })
  fc.assert(
    fc.property(messages, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sent, sizes) => {
      const all = Buffer.concat([startup, ...sent.map(([kind, content]) => message(kind, content)), message('S', 0)])
      const pieces: Buffer[] = []
      for (let at = 0, turn = 0; at < all.length; turn += 1) {
        const size = sizes[turn % sizes.length]!
        pieces.push(all.subarray(at, at + size))
        at += size
      }
      const groups = groupsOf(pieces)
      expect(groups).toEqual(groupsOf([all]))
      expect(Buffer.concat(groups)).toEqual(all)
    }),
  )
})
