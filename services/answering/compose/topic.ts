import type { Catalogue, ProgrammeMention } from '../../../knowledge/finding/catalogue.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { englishName } from './english-name.ts'
import type { Language } from './told.ts'
import type { Topic } from '../../reply.ts'
import type { Memory } from '../answer.ts'

/** What a conversation is about, as people would name it; undefined before anything was spoken of. */
export function topicOf({ notices }: Catalogue, { scope, unit }: Memory): Topic | undefined {
  const notice = notices.find(({ id }) => id === scope?.notice)
  if (!notice) return undefined
  const programme = notice.programmes.find(({ id }) => id === scope?.programme)
  return {
    label: labelOf(notice, programme),
    notice: notice.id,
    ...(programme && { programme: programme.id }),
    ...(unit !== undefined && { unit }),
  }
}

/** A programme with its year, or a notice by its short title. */
export const labelOf = (notice: Notice, programme: ProgrammeMention | undefined, language: Language = 'zh'): string => {
  if (language === 'en') return englishLabel(notice, programme)
  return programme ? withYear(notice.year, programme.title.replace(/^上海市/u, '')) : notice.shortTitle
}

/** By its English name where it has one, else by its printed title. */
const englishLabel = (notice: Notice, programme: ProgrammeMention | undefined): string =>
  programme
    ? `${notice.year} ${englishName(programme.title) ?? `“${programme.title}”`}`
    : (englishName(notice.shortTitle) ?? `“${notice.shortTitle}”`)

const withYear = (year: number, title: string): string => (title.startsWith(String(year)) ? title : `${year}年${title}`)
