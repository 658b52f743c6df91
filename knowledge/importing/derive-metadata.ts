import { basename, extname } from 'node:path'
import { pinyin } from 'pinyin-pro'
import { cutTo, lengthOf } from '../language/characters.ts'
import { cleanText, squeeze } from '../language/clean-text.ts'
import { type NoticeMetadata, noticeMetadataSchema } from '../parsing/notice.ts'
import { parseNotice } from '../parsing/parse-notice.ts'
import { deriveIssue } from './derive-issue.ts'
import { deriveProgrammes } from './derive-programmes.ts'
import { deriveRosters } from './derive-rosters.ts'
import { deriveTitle } from './derive-title.ts'
import fields from './fields.json' with { type: 'json' }
import { ImportError } from './import-error.ts'
import type { Hints } from './read-html.ts'

const longestShortTitle = 24

/** The issuer of a notice that names none. */
export const unknownIssuer = '未注明'

/**
 * Reads the metadata of a notice off its text, for those who add it without writing a metadata file.
 *
 * @param source The notice's text, from `importFile`.
 * @param fileName Helps where the text has no title, number or date.
 * @param given What is known otherwise and wins field by field: the metadata file beside the notice.
 * @param hints What the web page said that the notice was on.
 * @throws {ImportError} When the text names no year and none is given.
 */
export function deriveMetadata(
  source: string,
  fileName: string,
  given: Partial<NoticeMetadata> = {},
  hints: Hints = {},
): NoticeMetadata {
  const name = basename(fileName, extname(fileName))
  const title = given.title ?? titleOf(source, hints) ?? name
  const issue = deriveIssue(source, squeeze(title))
  const issued = given.issued ?? issue.issued ?? hints.issued
  const documentNumber = given.documentNumber ?? issue.documentNumber
  const year = given.year ?? yearOf({ issued, documentNumber, title, source, name })
  const id = given.id ?? deriveId({ documentNumber, title, year, name })
  const issuer = given.issuer ?? issue.issuer ?? hints.issuer ?? unknownIssuer
  const derived = noticeMetadataSchema.parse({
    id,
    title,
    shortTitle: shortTitleOf(title, year),
    issuer,
    year,
    ...(documentNumber !== undefined && { documentNumber }),
    ...(issued !== undefined && { issued }),
    ...given,
  })
  if (given.programmes && given.rosters) return derived
  const { clauses } = parseNotice(derived, source)
  return {
    ...derived,
    programmes: given.programmes ?? deriveProgrammes(id, squeeze(title), clauses),
    rosters: given.rosters ?? deriveRosters(clauses),
  }
}

/** The title in the text, unless the page it was on tells of quite another. */
function titleOf(source: string, hints: Hints): string | undefined {
  const read = deriveTitle(source)
  const said = hints.title && squeeze(hints.title)
  return read && (!said || said.includes(read) || read.includes(said)) ? read : (said ?? read)
}

type Known = { issued?: string | undefined; documentNumber?: string | undefined; title: string; name: string }

/** The year of issue, else of the number, of the deadline, of the title or the file's name; the next where the title calls for it. */
function yearOf({ issued, documentNumber, title, source, name }: Known & { source: string }): number {
  const text = squeeze(cleanText(source))
  const next = issued === undefined ? undefined : String(Number(issued.slice(0, 4)) + 1)
  const found =
    (next && new RegExp(`(?<![—–~～至-])${next}(?:学?年度?|级|届)`, 'u').test(squeeze(title)) ? next : undefined) ??
    issued ??
    /〔(\d{4})〕/u.exec(documentNumber ?? '')?.[1] ??
    /(20\d\d)年\d{1,2}月\d{1,2}日(?:\p{Script=Han}{0,4}\d{1,2}[：:]\d\d)?(?:前|之前|以前|止|截止)/u.exec(text)?.[1] ??
    /(?:截止|截至|期限).{0,12}?(20\d\d)年/u.exec(text)?.[1] ??
    /(20\d\d)/u.exec(title)?.[1] ??
    /(20\d\d)/u.exec(name)?.[1] ??
    newestYearIn(text)
  if (found === undefined) throw new ImportError('读不出是哪一年的通知，请在同名的 .json 文件里写明，如 {"year": 2026}')
  return Number(found.slice(0, 4))
}

/** The newest year of a day that the text names, as a law does with 通过, 修订 and 施行. */
function newestYearIn(text: string): string | undefined {
  const years = [...text.matchAll(/((?:19|20)\d\d)年\d{1,2}月/gu)].map(([, year]) => Number(year))
  return years.length === 0 ? undefined : String(Math.max(...years))
}

function fieldsOf(title: string) {
  const found = fields.filter((field) => field.words.some((word) => title.includes(word)))
  const particular = found.filter((field) => !field.general)
  return particular.length > 0 ? particular : found
}

/** `xuke-2026-12` for 徐科〔2026〕12号; else field and year; else the file's name, as far as it is Latin. */
function deriveId({ documentNumber, title, year, name }: Known & { year: number }): string {
  const number = /^(.+)〔(\d{4})〕(\d+)号$/u.exec(documentNumber ?? '')
  if (number) return `${slug(pinyin(number[1]!, { toneType: 'none', separator: '' }))}-${number[2]}-${number[3]}`
  const [field] = fieldsOf(title)
  if (field) return `${field.slug}-${year}`
  const latin = slug(name)
  return /[a-z]{2}/u.test(latin) ? latin : `notice-${year}`
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60)

/** The title as people would say it: without issuer, verbs and city, with the year, 24 characters at most. */
function shortTitleOf(title: string, year: number): string {
  const bare = squeeze(title)
    .replace(/^.{0,30}?关于(?=.)/u, '')
    .replace(/^(?:(?:组织|开展|做好|启动|印发|发布|公布|申报|征集|举办|招募|受理|重新发布)(?=.{4}))+/u, '')
    .replace(/[《》]/gu, '')
    .replace(/（[^（）]{0,3}(?:19|20)\d\d[^（）]{0,8}）/gu, '')
    .replace(/上海市|本市|工作(?=的?通知)|有关(?=.)|的(?=(?:通知|公告|通告)$)/gu, '')
  const dated = /(?:19|20)\d\d/u.test(bare) ? bare : `${year}年${bare}`
  if (lengthOf(dated) <= longestShortTitle) return dated
  const kind = /(?:通知|公告|通告|方案|办法|意见|细则|指南)$/u.exec(dated)?.[0] ?? ''
  return `${cutTo(dated, longestShortTitle - kind.length - 1)}…${kind}`
}
