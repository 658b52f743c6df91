import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Watches which connections wait for the rest of a request.
 *
 * @returns Ends them: those without a request, or with one that is not there in whole, but none that is being answered.
 */
export function watchUnfinished(server: Server): () => void {
  const open = new Set<Socket>()
  const underWay = new Map<Socket, IncomingMessage>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request
    underWay.set(socket, request)
    response.once('close', () => underWay.get(socket) === request && underWay.delete(socket))
  })
  return () => {
    for (const socket of open) if (!underWay.get(socket)?.complete) socket.destroy()
  }
}
