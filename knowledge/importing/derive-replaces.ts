import { cleanText } from '../language/clean-text.ts'
import type { NoticeMetadata } from '../parsing/notice.ts'
import { type Named, plainTitle, readRelations } from './read-relations.ts'

type Known = Pick<NoticeMetadata, 'id' | 'title' | 'documentNumber'>

/**
 * The notices among those known that a text puts out of force: 「《……办法》（申府办〔2023〕1号）同时废止」.
 *
 * @param known Every other notice. One is meant by its number or, where the text gives none, by its title.
 */
export const deriveReplaces = (source: string, id: string, known: readonly Known[]): string[] =>
  knownAmong(readRelations(source, '').repeals, id, known)

/** The ids of the known notices that are named. */
export function knownAmong(named: readonly Named[], id: string, known: readonly Known[]): string[] {
  const isNamed = ({ title, documentNumber }: Known) =>
    named.some((one) =>
      one.documentNumber && documentNumber
        ? one.documentNumber === documentNumber
        : plainTitle(cleanText(title)) === one.title,
    )
  return [...new Set(known.filter((notice) => notice.id !== id && isNamed(notice)).map((notice) => notice.id))]
}
