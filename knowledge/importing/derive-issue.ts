import { isAnnexLine } from '../parsing/annex-lines.ts'
import { headLength } from './head.ts'
import { dayPattern, isoDate, numericDay } from './iso-date.ts'
import { organ } from './organs.ts'
import { readEnactment } from './read-enactment.ts'
import { readLabels } from './read-labels.ts'
import { type Reading, readOff } from './reading.ts'
import { type SourceLine, sourceLines } from './source-lines.ts'

/** Who issued a notice, when and under which number, as far as its text says so. */
export type Issue = { documentNumber?: Reading; issuer?: Reading; issued?: Reading }

const number =
  /^[（(]?(?:(?:发文字号|文\s*号|发文号|文件编号)：?)?(\p{Script=Han}{2,14})〔(\d{4})〕(?:第)?(\d{1,5})号[）)]?(?:签发人.*)?$/u
const dateLine = new RegExp(`^(.{0,40}?)${dayPattern}$`, 'u')
const numericDate = new RegExp(`^${numericDay}$`, 'u')
const imprint = new RegExp(`^(.{2,30}?)${dayPattern}印发$`, 'u')
const headline = /^(.{3,40})文件$/u
const anyNumber = /(\p{Script=Han}{2,14})〔(\d{4})〕(?:第)?(\d{1,5})号/u

/**
 * Reads number, issuer and day of issue: from the head, the signature above the date, the imprint or the table of a site.
 *
 * @param title The notice's title without white space, which may begin with the issuer.
 */
export function deriveIssue(source: string, title: string): Issue {
  const lines = sourceLines(source)
  const annex = lines.findIndex(({ text }, at) => at > 3 && isAnnexLine(text))
  const body = annex < 0 ? lines : lines.slice(0, annex)
  const top = body.slice(0, Math.max(10, headLength(body)))
  const signed = readSignature(source, body) ?? readSignature(source, lines, true)
  const enacted = readEnactment(source, top.slice(0, 20))
  const labelled = readLabels(source, lines)
  const printed = firstMatch(lines, imprint)
  const headed = firstMatch(body.slice(0, 10), headline)
  const off = (value: string | undefined, line: SourceLine | undefined) => value && line && readOff(source, value, line)
  const issuer =
    enacted.issuer ??
    signed?.issuer ??
    off(headed?.match[1], headed?.line) ??
    officeAbove(source, body, title) ??
    issuerInTitle(source, lines, title) ??
    labelled.issuer ??
    off(printed?.match[1]?.replace(/(?<=局|委员会|委|厅)办公室$/u, ''), printed?.line)
  const issued =
    enacted.issued ?? signed?.issued ?? off(isoDate(printed?.match.slice(2)), printed?.line) ?? dayOf(labelled.issued)
  const documentNumber =
    enacted.documentNumber ?? numberIn(source, body.slice(0, 30)) ?? numberOf(labelled.documentNumber)
  return { ...(documentNumber && { documentNumber }), ...(issuer && { issuer }), ...(issued && { issued }) }
}

/** A labelled day as ISO. */
export function dayOf(reading: Reading | undefined): Reading | undefined {
  const match =
    reading && (new RegExp(numericDay, 'u').exec(reading.value) ?? new RegExp(dayPattern, 'u').exec(reading.value))
  const day = isoDate(match?.slice(1))
  return reading && day ? { ...reading, value: day } : undefined
}

/** A labelled number, whatever stands around it. */
export function numberOf(reading: Reading | undefined): Reading | undefined {
  const match = reading && anyNumber.exec(reading.value)
  return reading && match ? { ...reading, value: `${match[1]}〔${match[2]}〕${match[3]}号` } : undefined
}

function numberIn(source: string, lines: readonly SourceLine[]): Reading | undefined {
  const found = firstMatch(lines, number)
  if (!found) return undefined
  const [, office, year, running] = found.match
  return readOff(source, `${office}〔${year}〕${running}号`, found.line)
}

/** The office on a line of its own above the title. */
function officeAbove(source: string, lines: readonly SourceLine[], title: string): Reading | undefined {
  const at = lines.findIndex(({ text }) => title.startsWith(text.replaceAll('、', '')) && text.length > 3)
  const above = lines
    .slice(0, Math.min(Math.max(at, 0), 5))
    .find(({ text }) => text.length > 3 && text.length <= 60 && organ.test(text) && !/[。：；，〔]/u.test(text))
  return above && readOff(source, above.text, above)
}

function firstMatch(lines: readonly SourceLine[], pattern: RegExp) {
  for (const line of lines) {
    const match = pattern.exec(line.text)
    if (match) return { line, match }
  }
  return undefined
}

/** The issuer that a title begins with: 「某局关于……」, 「某大学……办法」. */
function issuerInTitle(source: string, lines: readonly SourceLine[], title: string): Reading | undefined {
  const before = /^(.{3,80}?)关于/u.exec(title)?.[1]
  const house = /^(\p{Script=Han}{2,12}?(?:大学|学院|医院|集团|公司))(?=\p{Script=Han}{4})/u.exec(title)?.[1]
  const issuer = before === undefined ? house : organ.test(before) ? before : undefined
  const line = lines.find(({ text }) => issuer !== undefined && text.replaceAll('、', '').startsWith(issuer))
  if (issuer === undefined) return undefined
  return line ? readOff(source, issuer, line) : { value: issuer, quote: issuer, from: 'text' }
}

/**
 * The last date that stands alone or after its issuer; the issuers, one or several, in the lines above it.
 *
 * @param named Only where its issuers are named: a form has dates too.
 */
function readSignature(source: string, lines: readonly SourceLine[], named = false) {
  const at = lines.findLastIndex(({ text }, place) => {
    const before = dateLine.exec(text)?.[1]
    const isAlone = before === '' && (!named || organ.test(lines[place - 1]?.text ?? ''))
    const isNumeric = numericDate.test(text) && organ.test(lines[place - 1]?.text ?? '')
    return isAlone || isNumeric || (before !== undefined && organ.test(before))
  })
  const line = lines[at]
  const match = line && (dateLine.exec(line.text) ?? numericDate.exec(line.text))
  const day = isoDate(match?.slice(-3))
  if (!line || !match || !day) return undefined
  const office = match.length > 4 ? match[1] : ''
  const issuers = office ? [{ ...line, text: office }] : signersAbove(lines, at)
  return {
    issued: readOff(source, day, line),
    ...(issuers.length > 0 && {
      issuer: readOff(source, issuers.map(({ text }) => text).join('、'), issuers[0]!, issuers.at(-1)),
    }),
  }
}

function signersAbove(lines: readonly SourceLine[], at: number): SourceLine[] {
  const signers: SourceLine[] = []
  for (let above = at - 1; above >= 0 && signers.length < 6; above--) {
    const line = lines[above]!
    const text = line.text.replace(/[（(](?:盖章|公章|印章)[）)]/u, '')
    if (text.length > 40 || /[。：；，]/u.test(text) || !organ.test(text)) break
    signers.unshift({ ...line, text })
  }
  return signers
}
