import type { Entry } from './catalogue.ts'

/** A text's sentences with their full stops, also at line ends and semicolons. */
const cutSentences = (text: string): string[] =>
  text
    .match(/[^。；！？\n]+[。；！？]?[”）]?(?:（责任单位[^）]*）)?\n?/gu)
    ?.map((sentence) => sentence.trim())
    .filter(Boolean) ?? []

/** A text's sentences, brackets kept whole: what stands in them belongs to the sentence around. */
export function sentencesOf(text: string): string[] {
  const whole: string[] = []
  for (const part of cutSentences(text)) {
    const open = whole.at(-1)
    if (open !== undefined && count(open, /[（(]/gu) > count(open, /[）)]/gu)) whole[whole.length - 1] = open + part
    else whole.push(part)
  }
  return whole
}

const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length

/** The text of a clause without the number it is printed with. */
export function bodyOf(entry: Entry): string {
  const { text, marker, cells } = entry.clause
  if (cells)
    return Object.entries(cells)
      .map(([column, cell]) => `${column}：${cell}`)
      .join('；')
  return marker && text.startsWith(marker) ? text.slice(marker.length).trim() : text
}
