import { expect, test } from 'vitest'
import { readEvents } from '../../../bot/web/client/event-stream.ts'

const wire =
  ': 知询\n\nevent: delta\ndata: {"text":"100 件"}\n\nevent: done\r\ndata: {"conversation":"c"}\r\n\r\nevent: rest\ndata: x'
const events = [
  { event: 'delta', data: '{"text":"100 件"}' },
  { event: 'done', data: '{"conversation":"c"}' },
]

/** The bytes of a stream in pieces of one size, so that characters and line ends are cut through. */
function inPieces(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.slice(n * size, (n + 1) * size))
  return new ReadableStream({
    start(controller) {
      pieces.forEach((piece) => controller.enqueue(piece))
      controller.close()
    },
  })
}

test.each([1, 2, 3, 5, 7, 1000])(
  'events cut into pieces of %d bytes arrive whole, an unfinished one not at all',
  async (size) => {
    const read = []
    for await (const event of readEvents(inPieces(wire, size))) read.push(event)
    expect(read).toEqual(events)
  },
)

test('data in several lines is one text, and an event without a name is a message', async () => {
  const read = []
  for await (const event of readEvents(inPieces('data: a\ndata: b\n\n', 4))) read.push(event)
  expect(read).toEqual([{ event: 'message', data: 'a\nb' }])
})
