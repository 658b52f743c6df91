const rules: [RegExp, string][] = [
  [/^\uFEFF?---\n[\s\S]*?\n---\n/u, ''],
  [/<!--[\s\S]*?-->/gu, ''],
  [/^\s*(?:```|~~~).*$/gmu, ''],
  [/^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$/gmu, '$1'],
  [/^ {0,3}(?:=+|-{3,}|\*{3,}|_{3,})\s*$/gmu, ''],
  [/^\s*(?:>\s?)+/gmu, ''],
  [/^\s*[-*+]\s+(?=\S)/gmu, ''],
  [/!\[[^\]]*\]\([^)]*\)/gu, ''],
  [/\[([^\]]+)\]\(([^)\s]+)[^)]*\)/gu, '$1'],
  [/<((?:https?|mailto):[^>\s]+)>/gu, '$1'],
  [/<\/?[a-z][^>\n]*>/giu, ''],
  [/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gu, '$2'],
  [/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/gu, '$1'],
  [/`([^`\n]+)`/gu, '$1'],
  [/\\([\\`*_{}[\]()#+\-.!|>~])/gu, '$1'],
  [/ {2,}$/gmu, ''],
]

const tableRow = /^\s*\|.*\|\s*$/u
const tableRule = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/u

/** The text of a Markdown file without its marks; tables as `tableLines` prints them. */
export function readMarkdown(text: string): string {
  const tables = text
    .replace(/\r\n?/gu, '\n')
    .split('\n')
    .filter((line) => !tableRule.test(line))
    .map((line) => (tableRow.test(line) ? cellsOf(line).join('\t|') : line))
    .join('\n')
  return rules.reduce((plain, [pattern, replacement]) => plain.replace(pattern, replacement), tables)
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim())
