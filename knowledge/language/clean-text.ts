const wide = /[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef\u{20000}-\u{3ffff}“”‘’—…·«»]/u

/** Removes all white space: the form in which quotes are compared with their source. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, '')

/**
 * Makes full-width digits, letters, ％, ＋ and ． half-width and ideographic blanks ordinary ones.
 * Length and offsets stay as they are, which NFKC would not keep.
 */
export const foldWidth = (text: string): string =>
  text
    .replace(/[０-９Ａ-Ｚａ-ｚ％＋．]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/gu, ' ')

/**
 * Folds the white space that page layout leaves: none beside a Chinese character, except where a
 * single blank parts two words or a word and a long number (a name after an office, a phone number).
 */
export function foldSpace(text: string): string {
  return text
    .trim()
    .replace(/(\S)(\s+)(?=(\S))/gu, (whole, before: string, blank: string, after: string, at: number) => {
      if (!wide.test(before) && !wide.test(after)) return `${before} `
      return !blank.includes('\n') && partsWords(text.trim(), at + before.length, at + whole.length)
        ? `${before} `
        : before
    })
}

const word = /^(?:\p{Script=Han}{2}|\d{5})/u

/** Whether the blank from `blank` to `next` parts words, judged by the runs beside it: letters set apart are one word. */
function partsWords(text: string, blank: number, next: number): boolean {
  return /\p{Script=Han}{2}$/u.test(text.slice(Math.max(0, blank - 4), blank)) && word.test(text.slice(next, next + 5))
}

const repairs: [RegExp, string][] = [
  [/«/gu, '《'],
  [/»/gu, '》'],
  [/﹝/gu, '〔'],
  [/﹞/gu, '〕'],
  [/(?<=[\p{Script=Han}）”》%\d]),(?=[\p{Script=Han}“《]|$)|(?<=[\p{Script=Han}]),(?=\d)/gu, '，'],
  [/(?<=[\p{Script=Han}）”》\d]);(?=[\p{Script=Han}“《]|$)/gu, '；'],
  [/(?<=[\p{Script=Han}）”》]):(?!\/\/)/gu, '：'],
  [/(?<=[\p{Script=Han}）”》])\.(?=[\p{Script=Han}（(“《\s]|$)/gu, '。'],
  [/(?<=%|[％])\.(?=[\p{Script=Han}（(“《\s]|$)/gu, '。'],
  [/\((?=[\p{Script=Han}])|(?<=[\p{Script=Han}》”。])\(/gu, '（'],
  [/(?<=\d)：(?=\d)/gu, ':'],
  [/(?<=[，。；：])\s(?=（)/gu, ''],
  [/(?<=[\p{Script=Han}》”。])\)|\)(?=[\p{Script=Han}，。；：）》])/gu, '）'],
]

/** The text as people read and search it: layout blanks gone, digits half-width, Chinese punctuation in Chinese text. */
export function cleanText(raw: string): string {
  let text = foldWidth(foldSpace(raw))
  for (const [pattern, replacement] of repairs) text = text.replace(pattern, replacement)
  return text
}
