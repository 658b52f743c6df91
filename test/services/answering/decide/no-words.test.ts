import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../../../services/answering/decide')
const files = readdirSync(folder)

/** The strings of a source, template parts among them; regular expressions and comments are none. */
function stringsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

test('strings are seen in the sources', () => {
  expect(files.length).toBeGreaterThan(20)
  expect(files.flatMap(stringsOf)).toEqual(expect.arrayContaining(['clauses', 'not-found']))
})

test.each(files)('%s holds no words that are shown: no imported text, no sentence, no English phrase', (file) => {
  const strings = stringsOf(file)
  expect(strings.filter((text) => /(?:prompts|compose)\//u.test(text))).toEqual([])
  // A pattern that is put together of strings has signs of its own.
  const plain = strings.filter((text) => !/[()[\]|\\]/u.test(text))
  expect(plain.filter((text) => /\p{Script=Han}.*[。！？：；]|[。！？：；]$/u.test(text))).toEqual([])
  expect(plain.filter((text) => /^[A-Z][a-z]+ [a-z]+/u.test(text))).toEqual([])
})
