/** A text without the white space of its layout, widths folded, and where each of its characters stands in the text given. */
export type Condensed = {
  text: string
  /** Offset in the text given of each UTF-16 code unit of `text`, and of its end. */
  at: number[]
  /** Offsets in `text` at which a line of the text given begins. */
  lines: number[]
}

/** Signs that are written in several ways. Each stands for one of the same length, so that offsets stay. */
const alike: Record<string, string> = {
  '∶': ':',
  '：': ':',
  '﹕': ':',
  '〜': '~',
  '∼': '~',
  '—': '-',
  '–': '-',
  '―': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '«': '《',
  '»': '》',
  '﹝': '〔',
  '﹞': '〕',
  '≧': '≥',
  '≦': '≤',
  '⩾': '≥',
  '⩽': '≤',
  '(': '（',
  ')': '）',
  '㎡': '㎡',
}

/** Full-width signs of ASCII, but for the punctuation that Chinese sentences use. */
const isWide = (code: number): boolean =>
  code >= 0xff03 && code <= 0xff5e && !/[（），：；？]/u.test(String.fromCharCode(code))

function foldSign(sign: string): string {
  const code = sign.charCodeAt(0)
  return alike[sign] ?? (isWide(code) ? String.fromCharCode(code - 0xfee0) : sign)
}

const blank = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u
const latin = /[A-Za-z\d]/u
const digit = /\d/u

/** Whether a run of white space parts two words or numbers: PCT 20 is no PCT20, but 1 2 0 is 120. */
function parts(text: string, from: number, to: number, run: string): boolean {
  const [before, after] = [foldSign(text[from - 1] ?? ''), foldSign(text[to] ?? '')]
  if (!/[A-Za-z\d,.:-]/u.test(before) || !latin.test(after)) return false
  if (!latin.test(before)) return /[,.]/u.test(before) && !/^\d(?!\d{3})/u.test(text.slice(to, to + 4))
  const isSpaced =
    digit.test(before) &&
    digit.test(after) &&
    !/[A-Za-z\d.,]/u.test(foldSign(text[from - 2] ?? '')) &&
    !/[A-Za-z\d.,]/u.test(foldSign(text[to + 1] ?? ''))
  return !isSpaced || run.includes('\n')
}

/**
 * Takes the white space of layout out of a text and folds widths, so that 不 少 于 and ２０ read like 不少于 and 20. A single
 * blank stays between two Latin words or numbers.
 */
export function condense(text: string): Condensed {
  const signs: string[] = []
  const at: number[] = []
  const lines = [0]
  for (let from = 0; from < text.length;) {
    let to = from
    while (to < text.length && blank.test(text[to]!)) to++
    if (to > from) {
      const run = text.slice(from, to)
      if (parts(text, from, to, run)) {
        signs.push(' ')
        at.push(from)
      }
      if (run.includes('\n')) lines.push(signs.length)
      from = to
      continue
    }
    signs.push(foldSign(text[from]!))
    at.push(from)
    from++
  }
  return { text: signs.join(''), at: [...at, text.length], lines }
}

/** Where a stretch of the condensed text stands in the text given; white space behind it is left out. */
export function placeOf({ at }: Condensed, start: number, end: number): { start: number; end: number } {
  return { start: at[start]!, end: end > start ? at[end - 1]! + 1 : at[start]! }
}
