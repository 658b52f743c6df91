import type { FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import { lengthOf, storable } from '../knowledge/language/characters.ts'
import { type InputFault, Problem } from './problem.ts'

const chinese = z.locales.zhCN().localeError

/** Checks what came in against a route's schema; says what is wrong with it in Chinese, place by place. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (input) => {
    const { error, data } = schema.safeParse(input, { error: chinese })
    return error ? { error: new Problem(400, undefined, error.issues.flatMap(faultsOf)) } : { value: data }
  }

function faultsOf(issue: z.core.$ZodIssue): InputFault[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: written(issue.path), message: issue.message }]
  return issue.keys.map((key) => ({ path: written([...issue.path, key]), message: '没有这个字段' }))
}

/** The names of fields are the sender's, and may be no text at all. */
const written = (path: PropertyKey[]): string => storable(path.map(String).join('.'))

/** Control characters other than line feed and tab. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

function clean(text: string): string {
  return storable(text).replaceAll('\r\n', '\n').replace(controls, '')
}

/** A text that a person wrote, of at most `maxLength` characters (code points) as sent; control characters go. */
export function personText(maxLength: number, minLength = 1) {
  return z
    .string()
    .meta({ minLength, maxLength })
    .refine((text) => lengthOf(text) <= maxLength, { error: `最多 ${maxLength} 个字符`, abort: true })
    .overwrite(clean)
    .refine((text) => minLength === 0 || /[^\s\p{Cc}\p{Cf}]/u.test(text), '不能为空')
}

/** An id as given out earlier; nothing but its length is known of it. */
export const idSchema = personText(100, 0)
