import names from '../../../knowledge/lexicon/names-english.json' with { type: 'json' }

const known = names as Record<string, string>

/** The English name of a programme, a list, a unit or a column where it has been translated. */
export const englishName = (chinese: string): string | undefined => known[chinese.replace(/[“”\s]/gu, '')]

/** The same beside the name as printed, by which people find it: Education Commission (市教委). */
export function withEnglish(chinese: string): string {
  const english = englishName(chinese)
  return english === undefined ? chinese : `${english} (${chinese})`
}
