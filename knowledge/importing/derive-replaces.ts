import { cleanText, squeeze } from '../language/clean-text.ts'
import type { NoticeMetadata } from '../parsing/notice.ts'

type Known = Pick<NoticeMetadata, 'id' | 'title' | 'documentNumber'>

const ends = /(?:同时|即行|自行|自动|予以)?(?:废止|失效)|(?:停止|不再)(?:执行|施行)/u

/** Without white space; the brackets of a title within a title as those around it. */
const plain = (text: string): string => squeeze(cleanText(text)).replace(/〈/gu, '《').replace(/〉/gu, '》')

/**
 * The notices among those known that a text puts out of force: 「《……办法》（申府办〔2023〕1号）同时废止」.
 *
 * @param known Every other notice. One is meant by its number or, where the text gives none, by its title.
 */
export function deriveReplaces(source: string, id: string, known: readonly Known[]): string[] {
  const sentences = plain(source)
    .split(/[。；]/u)
    .filter((sentence) => ends.test(sentence))
  const named = sentences.flatMap((sentence) =>
    [...sentence.matchAll(/《((?:[^《》]|《[^《》]*》)+)》(?:（([^（）]*〔\d{4}〕\d+号)[^（）]*）)?/gu)].map(
      ([, title = '', number]) => ({ title, number }),
    ),
  )
  const isNamed = ({ title, documentNumber }: Known) =>
    named.some((one) => (one.number && documentNumber ? one.number === documentNumber : plain(title) === one.title))
  return [...new Set(known.filter((notice) => notice.id !== id && isNamed(notice)).map((notice) => notice.id))]
}
