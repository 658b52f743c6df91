import glossary from '../../../knowledge/lexicon/metrics-english.json' with { type: 'json' }
import { lengthOf } from '../../../knowledge/language/characters.ts'
import type { AlignedRow } from '../decide/aligned-rows.ts'
import type { Language } from './told.ts'

const known = glossary as Record<string, string>

/** Characters of a metric that is named in full. */
const longestName = 14

/**
 * What a metric is called in a row: in English where it has been translated; a long one by the name it quotes
 * (“发明专利产业化率”) or by its last words, verbatim.
 */
export function measureName({ name: metric, key }: Pick<AlignedRow, 'name' | 'key'>, language: Language): string {
  if (language === 'en') return known[key] ?? known[metric] ?? `“${metric}”`
  const quoted = /“([^“”]+)”$/u.exec(metric)?.[1]
  if (quoted) return quoted
  const plain = metric.replace(/（[^（）]*）|^或者?/gu, '')
  return lengthOf(plain) <= longestName ? plain : (plain.split(/[、，）]|开展|完成|形成/u).at(-1) ?? plain)
}
