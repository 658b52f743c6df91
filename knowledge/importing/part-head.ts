import { foldWidth, squeeze } from '../language/clean-text.ts'
import { namesNotice } from '../parsing/notice-words.ts'

const number = String.raw`\p{Script=Han}{2,14}\s*[〔[［(（﹝【]\s*\d{4}\s*[\]］)）﹞】〕]\s*(?:第\s*)?\d{1,5}\s*号`
const before = new RegExp(`^(\\s*${number})[\\s：:]*(?=\\S.{5,})`, 'u')
const behind = new RegExp(`^(.{6,}?)\\s*([（(]?${number}[）)]?)\\s*$`, 'u')
/** Lines from the top that may be the head. */
const reach = 30

/**
 * Parts the number of a document from the title that it is printed beside, each on a line of its own: in an extract they
 * often come as one.
 */
export function partHead(text: string): string {
  const lines = text.split('\n')
  return lines
    .flatMap((line, at) => (at < reach && line.length < 200 && !line.includes('\t') ? parts(line) : [line]))
    .join('\n')
}

function parts(line: string): string[] {
  const folded = foldWidth(line)
  const first = before.exec(folded)
  const title = first && line.slice(first[0].length)
  if (first && title && isTitle(title)) return [line.slice(0, first[1]!.length), title]
  const last = behind.exec(folded)
  if (last && isTitle(line.slice(0, last[1]!.length)))
    return [line.slice(0, last[1]!.length), line.slice(last[1]!.length).trim()]
  return [line]
}

/** Whether a text is a title, or the first line of one that is broken over lines. */
const isTitle = (text: string): boolean => {
  const title = squeeze(text)
  return !/[。；]/u.test(title) && (namesNotice(title) || /^.{0,40}关于.{2,}/u.test(title))
}
