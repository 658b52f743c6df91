import { join } from 'node:path'
import { prepareNotice, readNoticeFile } from '../../../../knowledge/importing/prepare-notice.ts'

const file = join(import.meta.dirname, '../../../fixtures/rosters/bases.txt')

/** A notice with a list of eight bases: district, kind, name and who runs each. */
export const bases = prepareNotice(await readNoticeFile(file), [], [])
