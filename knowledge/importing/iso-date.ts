import { parseNumeral } from '../language/numeral.ts'

/** `[年, 月, 日]` in digits or Chinese as `YYYY-MM-DD`; undefined where there is no such day. */
export function isoDate(parts: (string | undefined)[] | undefined): string | undefined {
  const [year = '', month = '', dayOfMonth = ''] = parts ?? []
  const digits = year.replace(/[〇○零一二三四五六七八九]/gu, (c) =>
    String(Math.max(0, '〇一二三四五六七八九'.indexOf(c))),
  )
  const [m, d] = [month, dayOfMonth].map((text) => parseNumeral(text))
  const date = new Date(Date.UTC(Number(digits), (m ?? 0) - 1, d))
  return digits.length === 4 && date.getUTCMonth() + 1 === m && date.getUTCDate() === d
    ? date.toISOString().slice(0, 10)
    : undefined
}
