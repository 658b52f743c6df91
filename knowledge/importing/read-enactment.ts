import { isoDate } from './iso-date.ts'

/** What a measure says below its title of who made it, when and under which number. */
export type Enactment = { documentNumber?: string; issuer?: string; issued?: string }

const day = String.raw`(\d{4})年(\d{1,2})月(\d{1,2})日`
const decree = new RegExp(
  `^[（(]?(?:${day})?(?<office>[^，。；：、第]{3,30}?)令第(?<number>\\d+)号(?:公布|发布)?[）)]?$`,
  'u',
)
const passed = new RegExp(
  `^[（(]?${day}(?<office>[^，。；]{3,40}?(?:委员会|代表大会))(?:第.{1,5}次)?(?:全体)?(?:会议|常委会)?通过`,
  'u',
)
const published = new RegExp(
  `^[（(](?:(?<number>\\p{Script=Han}{2,14}〔\\d{4}〕\\d+号)，)?${day}(?<office>[^，。；]{3,60}?)(?:联合)?(?:公布|发布|印发)[）)]?$`,
  'u',
)
const decreeTitle = /^(?<office>[^，。；：、]{3,30})令$/u

/** @param lines The head of the notice, without white space. */
export function readEnactment(lines: string[]): Enactment | undefined {
  for (const [at, line] of lines.entries()) {
    const ordinance = decree.exec(decreeTitle.test(line) ? line + (lines[at + 1] ?? '') : line)
    if (ordinance) {
      const { office = '', number } = ordinance.groups ?? {}
      return { documentNumber: `${office}令第${number}号`, issuer: office, ...dayOf(ordinance) }
    }
    const act = passed.exec(line) ?? published.exec(line)
    if (act) {
      const { office = '', number } = act.groups ?? {}
      const issuer = office.replace(/第[一二三四五六七八九十百\d]+届/u, '')
      return { ...(number && { documentNumber: number }), issuer, ...dayOf(act) }
    }
  }
  return undefined
}

function dayOf(match: RegExpExecArray): { issued?: string } {
  const issued = isoDate(
    match
      .slice(1)
      .filter((part) => /^\d+$/u.test(part ?? ''))
      .slice(0, 3),
  )
  return issued ? { issued } : {}
}
