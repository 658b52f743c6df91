import { fold } from '../../knowledge/finding/catalogue.ts'
import { placesOf, variantsOf } from './unit-names.ts'
import type { RosterRow } from './roster.ts'
import { spell } from './spelled.ts'

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
