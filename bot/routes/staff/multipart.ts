import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { largest } from '../../../knowledge/importing/import-file.ts'
import { noticeDeskTexts as words } from '../../../prompts/notice-desk-texts.ts'
import { Problem, sendProblem } from '../../problem.ts'

/** Room for what a form has around its file. */
const aroundFile = 64 * 1024

/** Takes forms with files for the routes of a plugin, read by the platform itself. */
export function takeForms(app: FastifyInstance): void {
  const limits = { parseAs: 'buffer', bodyLimit: largest.bytes + aroundFile } as const
  app.addContentTypeParser('multipart/form-data', limits, async (request: FastifyRequest, body: Buffer) => {
    const type = request.headers['content-type'] ?? ''
    return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => {
      throw new Problem(400, words.noFile)
    })
  })
}

/** The one file of a form, and what it was called. @throws {Problem} 400 where there is none or more. */
export function fileOf(body: unknown): File {
  const files = body instanceof FormData ? body.getAll('file').filter((one) => one instanceof File) : []
  const [file] = files
  if (!file || file.name === '') throw new Problem(400, words.noFile, [{ path: 'file', message: words.noFile }])
  if (files.length > 1) throw new Problem(400, words.oneFile, [{ path: 'file', message: words.oneFile }])
  return file
}

/** Says what a file may weigh where a form is too large. */
export function sayTooLarge(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const isTooLarge = (error as { statusCode?: number }).statusCode === 413
  sendProblem(isTooLarge ? new Problem(413, words.tooLarge(largest.bytes / 1024 / 1024)) : error, request, reply)
}
