import { fold } from '../../knowledge/finding/catalogue.ts'
import { placesOf, variantsOf } from './unit-names.ts'
import type { RosterRow } from './roster.ts'
import { type Spelled, spell } from './spelled.ts'
import { unitIndex } from './unit-index.ts'

/** What kinds of units are called in English, with what Chinese names end in. */
const kinds: Record<string, string> = {
  hospital: '医院',
  university: '大学',
  college: '学院',
  district: '区',
  county: '县',
  institute: '研究所',
  association: '协会',
  school: '学校',
}
const pattern = new RegExp(`((?:[a-z']+ ){1,4})(${Object.keys(kinds).join('|')})\\b`, 'giu')

/** The units that an English text names by how they sound: Ruijin Hospital → 瑞金医院. */
export function englishUnits(rows: RosterRow[], text: string): string[] {
  const places = placesOf(rows.map(({ unit }) => unit))
  const found: string[] = []
  for (const [, words = '', kind = ''] of text.matchAll(pattern)) {
    const suffix = kinds[kind.toLowerCase()]!
    const ends = words.trim().toLowerCase().split(' ')
    const heard = ends.map((_, at) => ends.slice(at).join(''))
    const names = new Set(rows.flatMap(({ unit }) => variantsOf(unit, places)).filter((name) => name.endsWith(suffix)))
    for (const name of names) if (heard.includes(spell(fold(name.slice(0, -suffix.length))).full)) found.push(name)
  }
  return [...new Set(found)]
}

/** Letters from which on a word may be the name of a unit as it sounds. */
const leastLetters = 4
/** Units that a name as it sounds may mean. */
const mostSounding = 3

/** The words that spell a short name of a few units, alone or two together, with that name: Haohai, jiao tong. */
export function spelledUnits(rows: RosterRow[], words: readonly string[]): { said: string; name: string }[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    const together = next === undefined ? undefined : soundingLike(rows, `${word}${next}`)
    if (together !== undefined) return [{ said: `${word} ${next}`, name: together }]
    const alone = soundingLike(rows, word)
    return alone === undefined ? [] : [{ said: word, name: alone }]
  })
}

/** The shortest name that begins as letters sound, up to where a character ends; undefined where more units than a few do. */
function soundingLike(rows: RosterRow[], said: string): string | undefined {
  const letters = said.toLowerCase()
  if (letters.length < leastLetters) return undefined
  const units = unitIndex(rows).flatMap(({ unit, names, spelled }) => {
    const at = spelled.findIndex(
      ({ full, starts }) => full === letters || (full.startsWith(letters) && starts.has(letters.length)),
    )
    return at < 0 ? [] : [{ unit, name: [...names[at]!].slice(0, charactersIn(spelled[at]!, letters)).join('') }]
  })
  const names = new Set(units.map(({ name }) => name))
  return units.length > 0 && units.length <= mostSounding && names.size === 1 ? units[0]!.name : undefined
}

const charactersIn = ({ starts }: Spelled, letters: string): number =>
  [...starts].filter((start) => start < letters.length).length

const plurals: Record<string, string> = {
  hospitals: '医院',
  universities: '高校',
  colleges: '高校',
  districts: '区',
  counties: '县',
  companies: '企业',
  enterprises: '企业',
  institutes: '研究所',
  associations: '协会',
  schools: '学校',
}

/** The kinds of units that an English question asks for: which hospitals. */
export const englishKinds = (text: string): { word: string; kind: string }[] =>
  [...text.toLowerCase().matchAll(/[a-z]+/gu)].flatMap(([word]) => {
    const kind = plurals[word]
    return kind === undefined ? [] : [{ word, kind }]
  })
