import { parseNumeral } from '../language/numeral.ts'

/** `[年, 月, 日]` in digits or Chinese as `YYYY-MM-DD`; undefined where there is no such day. */
export function isoDate(parts: (string | undefined)[] | undefined): string | undefined {
  const [year = '', month = '', dayOfMonth = ''] = parts ?? []
  const digits = year.replace(/[〇○零OＯo一二三四五六七八九]/gu, (c) =>
    String(Math.max(0, '〇一二三四五六七八九'.indexOf(c))),
  )
  const [m, d] = [month, dayOfMonth].map((text) => parseNumeral(text))
  const date = new Date(Date.UTC(Number(digits), (m ?? 0) - 1, d))
  return digits.length === 4 && date.getUTCMonth() + 1 === m && date.getUTCDate() === d
    ? date.toISOString().slice(0, 10)
    : undefined
}

/** A day as notices print it, in three groups. */
export const dayPattern =
  '(\\d{4}|[〇○零OＯo一二三四五六七八九]{4})年(\\d{1,2}|[一二三四五六七八九十]{1,3})月(\\d{1,2}|[一二三四五六七八九十]{1,3})日'
/** A day with strokes or points between its parts, in three groups. */
export const numericDay = '(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})'
