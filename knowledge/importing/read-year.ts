import { cleanText, squeeze } from '../language/clean-text.ts'
import type { Reading } from './reading.ts'

export type Dated = {
  issued: Reading | undefined
  documentNumber: Reading | undefined
  title: Reading
  /** Name of the file without its type. */
  name: string
}

const deadline = /(20\d\d)年\d{1,2}月\d{1,2}日(?:\p{Script=Han}{0,4}\d{1,2}[：:]\d\d)?(?:前|之前|以前|止|截止)/u
const until = /(?:截止|截至|期限).{0,12}?(20\d\d)年/u

/**
 * The year a notice is known by: the one its title calls for next, that of issue, of the number, of the deadline, of the
 * title or the file's name, the newest that the text names.
 */
export function readYear(source: string, { issued, documentNumber, title, name }: Dated): Reading<number> | undefined {
  const text = squeeze(cleanText(source))
  const next = issued === undefined ? undefined : String(Number(issued.value.slice(0, 4)) + 1)
  const calls = new RegExp(`(?<![—–~～至-])${next}(?:学?年度?|级|届)`, 'u')
  if (next !== undefined && calls.test(squeeze(title.value))) return { ...title, value: Number(next) }
  if (issued) return { ...issued, value: Number(issued.value.slice(0, 4)) }
  const numbered = /〔(\d{4})〕/u.exec(documentNumber?.value ?? '')?.[1]
  if (documentNumber && numbered) return { ...documentNumber, value: Number(numbered) }
  const due = deadline.exec(text) ?? until.exec(text)
  if (due) return { value: Number(due[1]), quote: due[0], from: 'text' }
  const titled = /((?:19|20)\d\d)/u.exec(title.value)?.[1]
  if (titled) return { ...title, value: Number(titled) }
  const named = /(20\d\d)/u.exec(name)?.[1]
  if (named) return { value: Number(named), quote: name, from: 'file-name' }
  return newestIn(text)
}

/** The newest year of a day that the text names, as a law does with 通过, 修订 and 施行. */
function newestIn(text: string): Reading<number> | undefined {
  const years = [...text.matchAll(/((?:19|20)\d\d)年\d{1,2}月(?:\d{1,2}日)?/gu)]
  const newest = years.toSorted((a, b) => Number(a[1]) - Number(b[1])).at(-1)
  return newest && { value: Number(newest[1]), quote: newest[0], from: 'text' }
}
