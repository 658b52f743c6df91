import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppServices } from '../app-services.ts'

/**
 * Writes the files that go with a reply into a directory, which is made where it is missing.
 *
 * @returns The paths written; empty where the reply has no files.
 * @throws {Error} When the directory or a file can't be written.
 */
export async function saveDownloads(
  { names, make }: AppServices['downloads'],
  reply: string,
  directory: string,
): Promise<string[]> {
  const files = (await Promise.all(names.map((name) => make(reply, name)))).filter(
    (file) => file !== undefined && file !== 'over',
  )
  if (files.length > 0) await mkdir(directory, { recursive: true })
  return Promise.all(
    files.map(async ({ fileName, body }) => {
      const path = join(directory, fileName)
      await writeFile(path, body)
      return path
    }),
  )
}
