import { readFileSync } from 'node:fs'
import { z } from 'zod'

/**
 * Reads a file of one JSON object a line; blank lines are skipped.
 *
 * @throws {Error} Naming file and line, when one is malformed.
 */
export function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [readLine(line, schema, `${file}:${at + 1}`)]))
}

function readLine<T>(line: string, schema: z.ZodType<T>, place: string): T {
  const { data, error } = schema.safeParse(parseJson(line, place))
  if (error) throw new Error(`${place}: ${z.prettifyError(error).replace(/\n\s*/gu, ' ')}`)
  return data
}

/** @param place What is named when it is no JSON. */
export function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new Error(`${place}: ${(error as Error).message}`, { cause: error })
  }
}
