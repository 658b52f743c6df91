const invisible = /[\0-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/gu
const lineBreak = /\r\n?|[\v\f\u0085\u2028\u2029]/gu
/** Look-alikes of characters that some PDF fonts name: radicals, of which NFKC knows the character meant. */
const radicals = /[\u2e80-\u2fdf]/gu

/**
 * Makes an extract fit to be parsed: one kind of line break, whole and visible characters only, tabs only where they part the
 * cells of a table (two rows or more; a tab before or within a single line is a blank).
 */
export function tidyText(extract: string): string {
  const text = extract
    .toWellFormed()
    .replace(lineBreak, '\n')
    .replace(invisible, '')
    .replace(radicals, (radical) => radical.normalize('NFKC'))
  const lines = text.split('\n')
  for (const run of tabbedRuns(lines)) {
    const isTable = run.length > 1 && run.some((at) => /\S\t/u.test(lines[at]!))
    if (!isTable) for (const at of run) lines[at] = lines[at]!.replace(/\t+/gu, '  ')
  }
  return lines.join('\n')
}

/** The numbers of lines with tabs, those together that only blank lines part. */
function tabbedRuns(lines: string[]): number[][] {
  const runs: number[][] = []
  let open: number[] | undefined
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    if (!line.includes('\t')) open = undefined
    else if (open) open.push(at)
    else runs.push((open = [at]))
  }
  return runs
}
