import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

/** One connection: texts come in and go out. */
export type Peer = { send(text: string): void; close(): void; cut(): void }

type Handlers = { onText(peer: Peer, text: string): void; onOpen?(peer: Peer): void }

/** A WebSocket server (RFC 6455) for tests on loopback: texts whole in one frame, as Node's own client sends them. */
export async function openWebSocketServer({ onText, onOpen }: Handlers) {
  const peers = new Set<Peer>()
  const sockets = new Set<Duplex>()
  const server: Server = createServer((_request, response) => response.writeHead(426).end())
  server.on('upgrade', (request, socket) => {
    const key = request.headers['sec-websocket-key'] ?? ''
    const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
    const head = ['HTTP/1.1 101 Switching Protocols', 'upgrade: websocket', 'connection: upgrade']
    socket.write(`${[...head, `sec-websocket-accept: ${accept}`].join('\r\n')}\r\n\r\n`)
    const peer: Peer = {
      send: (text) => void socket.write(frameOf(1, Buffer.from(text))),
      close: () => void socket.end(frameOf(8, Buffer.from([3, 232]))),
      cut: () => void socket.destroy(),
    }
    peers.add(peer)
    sockets.add(socket)
    let rest: Buffer = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk])
      for (let read = readFrame(rest); read; read = readFrame(rest)) {
        rest = rest.subarray(read.end)
        if (read.opcode === 1) onText(peer, read.body.toString())
        if (read.opcode === 8) socket.end(frameOf(8, read.body))
      }
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      peers.delete(peer)
      sockets.delete(socket)
    })
    onOpen?.(peer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `ws://127.0.0.1:${port}`,
    peers,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function frameOf(opcode: number, body: Buffer): Buffer {
  const length =
    body.length < 126
      ? Buffer.from([body.length])
      : body.length < 65_536
        ? Buffer.from([126, body.length >> 8, body.length & 255])
        : Buffer.from([127, 0, 0, 0, 0, ...[24, 16, 8, 0].map((shift) => (body.length >> shift) & 255)])
  return Buffer.concat([Buffer.from([128 | opcode]), length, body])
}

/** The first frame in some bytes, which its sender has masked; undefined where it is not there in whole. */
function readFrame(bytes: Buffer): { opcode: number; body: Buffer; end: number } | undefined {
  if (bytes.length < 6) return undefined
  const short = bytes[1]! & 127
  const head = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < head + 4) return undefined
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  const end = head + 4 + length
  if (bytes.length < end) return undefined
  const mask = bytes.subarray(head, head + 4)
  const body = Buffer.from(bytes.subarray(head + 4, end).map((byte, at) => byte ^ mask[at % 4]!))
  return { opcode: bytes[0]! & 15, body, end }
}
