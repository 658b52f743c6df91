import { join } from 'node:path'
import { prepareNotice, readNoticeFile } from '../../../knowledge/importing/prepare-notice.ts'

const file = (name: string): string => join(import.meta.dirname, '../../fixtures/rosters', name)

/** A made-up notice of another trade: two lists of museums without projects, and a paper prescribed in its own text. */
export const museums = prepareNotice(await readNoticeFile(file('museums.txt')), [], [])

/** Of another kind still: students, by class, of whom those on one list alone hand something in. */
export const scholars = prepareNotice(await readNoticeFile(file('scholars.txt')), [], [])
