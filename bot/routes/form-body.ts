import type { FastifyInstance } from 'fastify'
import { storable } from '../../knowledge/language/characters.ts'

/** The fields of a form as a browser sends it. */
export type FormBody = {
  /** '' where the field is not there. */
  one(name: string): string
  all(name: string): string[]
}

/** What is sent without any. */
export const noForm: FormBody = { one: () => '', all: () => [] }

const type = 'application/x-www-form-urlencoded'
/** Line feeds stay, in what takes several lines. */
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g

/** Has the routes of this plugin take forms, and nothing else. */
export function takeForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(type, { parseAs: 'string' }, async (_request: unknown, body: string): Promise<FormBody> => {
    const fields = new URLSearchParams(body)
    const clean = (text: string) => storable(text).replaceAll('\r\n', '\n').replace(controls, '')
    return { one: (name) => clean(fields.get(name) ?? ''), all: (name) => fields.getAll(name).map(clean) }
  })
}
