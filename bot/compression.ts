import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

/** JSON and pages; never streams of events, which would be held back, nor files that are compressed in themselves. */
const worthwhile = /^(?:application\/(?:problem\+)?json|text\/html)(?:;|$)/

/**
 * Compresses the answers made for a request, once they are long enough to fit no single packet. What has a
 * content-encoding goes out as it is. Requests aren't decompressed: a small body could then grow beyond every limit.
 */
export function compressReplies(app: FastifyInstance): void {
  app.register(compress, {
    customTypes: worthwhile,
    encodings: ['br', 'gzip'],
    threshold: 1024,
    globalDecompression: false,
  })
}
