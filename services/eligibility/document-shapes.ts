import { z } from 'zod'
import { storable } from '../../knowledge/language/characters.ts'
import { documentTexts as texts } from '../../prompts/document-fault-texts.ts'

const { localeError: chinese } = z.locales.zhCN()

/** Deeper than this nobody writes, and nothing has to read. */
const deepest = 12

/**
 * One of several shapes of an object, told apart by a key that only it has: what is wrong is then said of that shape alone.
 *
 * @param expected What is said where it is none of them.
 * @param shapes By their keys; where an object has several of these, the first here counts.
 */
export function byKey<T>(expected: string, shapes: Readonly<Record<string, z.ZodType<T>>>): z.ZodType<T> {
  return z.unknown().transform((input, context): T => {
    const key = Object.keys(shapes).find(
      (one) => typeof input === 'object' && input !== null && Object.hasOwn(input, one),
    )
    if (key === undefined || depthOf(input) > deepest) {
      context.issues.push({ code: 'custom', message: expected, input })
      return z.NEVER
    }
    const { data, error } = shapes[key]!.safeParse(input, { error: chinese })
    if (!error) return data
    for (const issue of error.issues) context.issues.push({ ...issue, input } as z.core.$ZodRawIssue)
    return z.NEVER
  })
}

function depthOf(value: unknown, above = 0): number {
  if (typeof value !== 'object' || value === null || above > deepest) return above
  return Math.max(above, ...Object.values(value).map((one) => depthOf(one, above + 1)))
}

/** A fault of a document: where it is, and what that place takes. */
export type DocumentFault = { path: string; message: string }

/** Reads something as a schema says; all that is wrong is told in Chinese, place by place, such as `criteria.0.condition.atLeast`. */
export function readAs<T>(schema: z.ZodType<T>, input: unknown): { value: T } | { faults: DocumentFault[] } {
  const { data, error } = schema.safeParse(input, { error: chinese })
  return error ? { faults: error.issues.flatMap(faultsOf) } : { value: data }
}

function faultsOf(issue: z.core.$ZodIssue): DocumentFault[] {
  const at = (path: PropertyKey[]) => storable(path.map(String).join('.'))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: at([...issue.path, key]), message: texts.unknownField }))
  if (issue.code === 'invalid_key')
    return [{ path: at(issue.path), message: issue.issues[0]?.message ?? issue.message }]
  return [{ path: at(issue.path), message: issue.message }]
}
