import { foldWidth, squeeze } from '../parsing/clean-text.ts'
import { parseNumeral } from '../language/numeral.ts'
import { isAnnexLine } from '../parsing/read-paragraphs.ts'

/** Who issued a notice, when and under which number, as far as its text says so. */
export type Issue = { documentNumber?: string; issuer?: string; issued?: string }

const number = /^(?:(?:发文字号|文\s*号|发文号|文件编号)：?)?(\p{Script=Han}{2,14})〔(\d{4})〕(?:第)?(\d{1,5})号$/u
const day =
  '(\\d{4}|[〇○零一二三四五六七八九]{4})年(\\d{1,2}|[一二三四五六七八九十]{1,3})月(\\d{1,2}|[一二三四五六七八九十]{1,3})日'
const dateLine = new RegExp(`^(.{0,40}?)${day}$`, 'u')
const imprint = new RegExp(`^(.{2,30}?)${day}印发$`, 'u')
const organ = /(?:局|厅|府|委|委员会|办公室|办|部|院|署|中心|集团|公司|大学|学院|协会|联盟|管委会|领导小组)$/u
const headline = /^(.{3,40})文件$/u
const published =
  /^(?:发布日期|成文日期|发文日期|印发日期|发布时间|公开日期)：?(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/u
const publisher = /^(?:发布机构|发文机关|发文单位|发布单位|制发机关|公开主体|来源)：?(.{3,30})$/u

/**
 * Reads number, issuer and day of issue: from the head, the signature above the date, or the imprint.
 *
 * @param title The notice's title without white space, which may begin with the issuer.
 */
export function deriveIssue(source: string, title: string): Issue {
  const lines = source
    .split('\n')
    .map(normal)
    .filter((line) => line !== '')
  const annex = lines.findIndex((line, at) => at > 3 && isAnnexLine(line))
  const body = annex < 0 ? lines : lines.slice(0, annex)
  const signed = readSignature(body)
  const printed = firstMatch(lines, imprint)
  const issuer =
    signed?.issuer ??
    firstMatch(body.slice(0, 10), headline)?.[1] ??
    issuerInTitle(title) ??
    firstMatch(lines, publisher)?.[1] ??
    printed?.[1]?.replace(/(?<=局|委员会|委|厅)办公室$/u, '')
  const issued = signed?.issued ?? isoDate(printed?.slice(2)) ?? isoDate(firstMatch(lines, published)?.slice(1))
  const numbered = firstMatch(body.slice(0, 30), number)
  return {
    ...(numbered && { documentNumber: `${numbered[1]}〔${numbered[2]}〕${numbered[3]}号` }),
    ...(issuer && { issuer }),
    ...(issued && { issued }),
  }
}

/** Without white space, digits half-width, brackets of a document number as they should be. */
const normal = (line: string): string =>
  squeeze(foldWidth(line))
    .replace(/:/gu, '：')
    .replace(/[[［(（﹝【](\d{4})[\]］)）﹞】](?=第?\d+号)/gu, '〔$1〕')

const firstMatch = (lines: string[], pattern: RegExp): RegExpExecArray | undefined =>
  lines.map((line) => pattern.exec(line)).find((match) => match !== null)

function issuerInTitle(title: string): string | undefined {
  const before = /^(.{3,40}?)关于/u.exec(title)?.[1]
  return before && organ.test(before) ? before : undefined
}

/** The last date that stands alone or after its issuer; the issuers, one or several, in the lines above it. */
function readSignature(lines: string[]): { issuer?: string; issued: string } | undefined {
  const at = lines.findLastIndex((line) => {
    const before = dateLine.exec(line)?.[1]
    return before !== undefined && (before === '' || organ.test(before))
  })
  const match = dateLine.exec(lines[at] ?? '')
  const issued = isoDate(match?.slice(2))
  if (!match || !issued) return undefined
  const issuers = match[1] ? [match[1]] : []
  for (let above = at - 1; above >= 0 && issuers.length < 6 && !match[1]; above--) {
    const line = lines[above]!.replace(/[（(](?:盖章|公章|印章)[）)]/u, '')
    if (line.length > 40 || /[。：；，]/u.test(line) || !organ.test(line)) break
    issuers.unshift(line)
  }
  return { issued, ...(issuers.length > 0 && { issuer: issuers.join('、') }) }
}

/** `[年, 月, 日]` in digits or Chinese as `YYYY-MM-DD`; undefined where there is no such day. */
function isoDate(parts: (string | undefined)[] | undefined): string | undefined {
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
