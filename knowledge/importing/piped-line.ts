import { squeeze } from '../language/clean-text.ts'
import { isoDate, numericDay } from './iso-date.ts'
import { organ } from './organs.ts'

/** What such a line tells of a notice. */
type Told = { issued?: string; documentNumber?: string; issuer?: string }

const number = /^\p{Script=Han}{2,14}〔\d{4}〕\d{1,5}号$/u
const day = new RegExp(`^(?:发布(?:时间|日期)[:：])?${numericDay}`, 'u')
/** Lines below the title among which a page tells when and whence it was put there. */
const near = 4
const fewest = 3

const partsOf = (line: string): string[] => line.split(/[|｜]/u).map(squeeze).filter(Boolean)

/** 沪知局〔2025〕11号 | 上海市知识产权局 | 2025-06-04 | 阅读：12: what such a line tells; undefined where it is none. */
function toldBy(line: string): Told | undefined {
  const parts = partsOf(line)
  if (parts.length < fewest || line.includes('\t') || parts.some((part) => /[。；]/u.test(part))) return undefined
  const issued = parts.map((part) => isoDate(day.exec(part)?.slice(1))).find((one) => one !== undefined)
  const documentNumber = parts.find((part) => number.test(part))
  const issuer = parts.find((part) => organ.test(part) && !/[:：]/u.test(part))
  if (!issued && !documentNumber) return undefined
  return { ...(issued && { issued }), ...(documentNumber && { documentNumber }), ...(issuer && { issuer }) }
}

/** Takes the line out that tells a page's number, office and day side by side, right below its title. */
export function withoutPipedLine(lines: readonly string[]): { lines: string[]; told: Told } {
  const at = lines.slice(0, near + 1).findIndex((line) => toldBy(line) !== undefined)
  if (at < 0) return { lines: [...lines], told: {} }
  return { lines: lines.toSpliced(at, 1), told: toldBy(lines[at]!)! }
}
