import { foldWidth, squeeze } from '../language/clean-text.ts'
import { readEnactment } from './read-enactment.ts'
import { isoDate } from './iso-date.ts'
import { isAnnexLine } from '../parsing/read-paragraphs.ts'

/** Who issued a notice, when and under which number, as far as its text says so. */
export type Issue = { documentNumber?: string; issuer?: string; issued?: string }

const number = /^(?:(?:发文字号|文\s*号|发文号|文件编号)：?)?(\p{Script=Han}{2,14})〔(\d{4})〕(?:第)?(\d{1,5})号$/u
const day =
  '(\\d{4}|[〇○零一二三四五六七八九]{4})年(\\d{1,2}|[一二三四五六七八九十]{1,3})月(\\d{1,2}|[一二三四五六七八九十]{1,3})日'
const dateLine = new RegExp(`^(.{0,40}?)${day}$`, 'u')
const imprint = new RegExp(`^(.{2,30}?)${day}印发$`, 'u')
const organ = /(?:局|厅|府|委|会|办公室|办|部|院|署|中心|集团|公司|大学|学院|联盟|领导小组|馆|所|站|校|科协)$/u
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
    .map((line) => normal(partOffices(line)))
    .filter((line) => line !== '')
  const annex = lines.findIndex((line, at) => at > 3 && isAnnexLine(line))
  const body = annex < 0 ? lines : lines.slice(0, annex)
  const signed = readSignature(body)
  const printed = firstMatch(lines, imprint)
  const enacted = readEnactment(body.slice(0, 10))
  const issuer =
    enacted?.issuer ??
    signed?.issuer ??
    firstMatch(body.slice(0, 10), headline)?.[1] ??
    officeAbove(body, title) ??
    issuerInTitle(title) ??
    firstMatch(lines, publisher)?.[1] ??
    printed?.[1]?.replace(/(?<=局|委员会|委|厅)办公室$/u, '')
  const issued =
    enacted?.issued ?? signed?.issued ?? isoDate(printed?.slice(2)) ?? isoDate(firstMatch(lines, published)?.slice(1))
  const numbered = firstMatch(body.slice(0, 30), number)
  return {
    ...(numbered && { documentNumber: `${numbered[1]}〔${numbered[2]}〕${numbered[3]}号` }),
    ...(enacted?.documentNumber && { documentNumber: enacted.documentNumber }),
    ...(issuer && { issuer }),
    ...(issued && { issued }),
  }
}

/** Puts 、 between offices that blanks part on one line. */
function partOffices(line: string): string {
  const parts = line.trim().split(/\s+/u)
  return parts.length > 1 && parts.every((part) => part.length > 2 && organ.test(part)) ? parts.join('、') : line
}

/** The office on a line of its own above the title. */
function officeAbove(lines: string[], title: string): string | undefined {
  const at = lines.findIndex((line) => title.startsWith(line.replaceAll('、', '')) && line.length > 3)
  const above = lines.slice(0, Math.min(Math.max(at, 0), 5))
  return above.find((line) => line.length > 3 && line.length <= 60 && organ.test(line) && !/[。：；，〔]/u.test(line))
}

/** Without white space, digits half-width, brackets of a document number as they should be. */
const normal = (line: string): string =>
  squeeze(foldWidth(line))
    .replace(/:/gu, '：')
    .replace(/[[［(（﹝【](\d{4})[\]］)）﹞】](?=第?\d+号)/gu, '〔$1〕')

const firstMatch = (lines: string[], pattern: RegExp): RegExpExecArray | undefined =>
  lines.map((line) => pattern.exec(line)).find((match) => match !== null)

function issuerInTitle(title: string): string | undefined {
  const before = /^(.{3,80}?)关于/u.exec(title)?.[1]
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
