const chinese = {
  unitsFound: (count: number): string => `${count}个单位，按上下键选择`,
  noUnit: (rows: number): string => `没有找到，名单中有${rows}行含这些字`,
  rows: (count: number): string => `${count}行`,
  units: (count: string): string => `${count}个`,
  restOfRows: (count: number): string => `显示其余${count}行`,
  restOfUnits: (count: number): string => `显示其余${count}个`,
  copied: '已复制',
  notCopied: '没能复制，请长按文字手动复制',
}

/** What the scripts of pages that are read say. */
export type ReadingWords = typeof chinese

const english: ReadingWords = {
  unitsFound: (count) => `${count} found: choose with the arrow keys`,
  noUnit: (rows) => `None found; ${rows} rows contain this`,
  rows: (count) => (count === 1 ? '1 row' : `${count} rows`),
  units: (count) => count,
  restOfRows: (count) => `Show the other ${count} rows`,
  restOfUnits: (count) => `Show the other ${count}`,
  copied: 'Copied',
  notCopied: 'Could not copy; select the text instead',
}

/** In the language that the page is written in. */
export const readingWords = (): ReadingWords => (document.documentElement.lang === 'en' ? english : chinese)
