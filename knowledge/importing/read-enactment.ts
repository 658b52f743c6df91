import { headLength } from './head.ts'
import { dayPattern, isoDate } from './iso-date.ts'
import { type Reading, readOff } from './reading.ts'
import type { SourceLine } from './source-lines.ts'

/** What a measure says below its title of who made it, when and under which number. `issued` is the day of its latest edition. */
export type Enactment = { documentNumber?: Reading; issuer?: Reading; issued?: Reading }

const decree = new RegExp(
  `^[（(]?(?:(?:${dayPattern}|\\d{4}年))?(?<office>[^，。；：、第《》（）()]{3,40}?)(?<kind>令|公告)(?:（)?(?:\\d{4}年)?第(?<number>[\\d〇零一二三四五六七八九十百]+)号`,
  'u',
)
const decreeTitle = /^[^，。；：、]{3,40}(?:令|公告)$/u
const passed = new RegExp(
  `${dayPattern}(?<office>[^，。；]{2,40}?(?:委员会|代表大会|会议|办公会))(?:第[^，。；）]{1,8}次)?(?:全体)?(?:会议|常委会)?(?:审议)?通过`,
  'u',
)
const published = new RegExp(
  `^[（(](?:(?<number>\\p{Script=Han}{2,14}〔\\d{4}〕\\d+号)，)?${dayPattern}(?<office>[^，。；第令]{3,60}?)(?:联合)?(?:公布|发布|印发)`,
  'u',
)
const anyPublished = new RegExp(`^[（(]?${dayPattern}(?<office>[^，。；《》第]{2,30}?)(?:公告)?(?:公布|发布|批准)`, 'u')
/** An act of a law's making: what was done on a day. */
const act = new RegExp(
  `${dayPattern}(?![^，。；]{0,3}(?:起|施行|之日))[^。；]{0,120}?(?:通过|修订|修正|公布|发布|印发|批准)`,
  'gu',
)

/** The office whose assembly or council passed it. */
const officeOf = (maker: string): string =>
  maker.replace(/第[一二三四五六七八九十百\d]+届/u, '').replace(/(?<=法院|检察院)(?:审判|检察)委员会$/u, '')

/** How a line of such acts begins. */
const ofActs = /^[（(]?(?:根据|\p{Script=Han}{2,14}〔\d{4}〕\d+号，)?\d{4}年/u

/** @param lines The head of the notice: what stands before its first provision. */
export function readEnactment(source: string, lines: readonly SourceLine[]): Enactment {
  const found: Enactment = {}
  for (const [at, line] of lines.entries()) {
    const isTitle = decreeTitle.test(line.text) && /^[（(]?(?:\d{4}年)?第/u.test(lines[at + 1]?.text ?? '')
    const ordinance = decree.exec(isTitle ? line.text + lines[at + 1]!.text : line.text)
    const { office = '', kind = '', number } = ordinance?.groups ?? {}
    if (ordinance && !/[的关]/u.test(office)) {
      const last = isTitle ? lines[at + 1] : line
      found.documentNumber ??= readOff(source, `${office}${kind}第${number}号`, line, last)
      found.issuer ??= readOff(source, office, line)
      continue
    }
    const made = passed.exec(line.text) ?? published.exec(line.text) ?? anyPublished.exec(line.text)
    if (!made) continue
    const { office: maker = '', number: printed } = made.groups ?? {}
    if (printed) found.documentNumber ??= readOff(source, printed, line)
    if (!/^(?:校长|党政|办公)/u.test(maker)) found.issuer ??= readOff(source, officeOf(maker), line)
  }
  const told = lines.slice(0, headLength(lines)).filter(({ text }) => ofActs.test(text))
  const acts = told.flatMap((line) =>
    [...line.text.matchAll(act)].map((match) => ({ line, day: isoDate(match.slice(1)) })),
  )
  const latest = acts
    .filter(({ day }) => day !== undefined)
    .toSorted((a, b) => a.day!.localeCompare(b.day!))
    .at(-1)
  return latest ? { ...found, issued: readOff(source, latest.day!, latest.line) } : found
}
