import { squeeze } from '../language/clean-text.ts'
import { mendReading } from '../parsing/mend-reading.ts'
import type { Notice, NoticeMetadata } from '../parsing/notice.ts'
import { parseNotice } from '../parsing/parse-notice.ts'
import { spokenIn } from '../parsing/spoken.ts'
import { deriveMetadata, readMetadata, type Readings, unknownIssuer } from './derive-metadata.ts'
import { callBefore, knownAmong } from './derive-replaces.ts'
import { ImportError } from './import-error.ts'
import { importFile } from './import-file.ts'
import type { Hints } from './read-html.ts'
import type { Named } from './read-relations.ts'
import { readMetadataFile } from './read-metadata-file.ts'

/**
 * What a person says a notice is to one in use: another edition of it, its successor, an amendment, or nothing of these. Unless
 * they do, the number or the title decides, and the text.
 */
export type Relation = { as: 'correction' | 'replaces' | 'amends' | 'other'; of: string }

/** Fields that a text may seem to tell though the notice has none. */
export const optionalFields = ['documentNumber', 'issuer', 'issued', 'effectiveFrom', 'effectiveUntil'] as const
export type OptionalField = (typeof optionalFields)[number]

/** The text of a notice with what its file and the files around it say of it. Plain data: it may go between processes. */
export type ImportedNotice = {
  fileName: string
  source: string
  given: Partial<NoticeMetadata>
  hints: Hints
  relation?: Relation
  /** Fields that it has not, whatever was read. */
  without?: OptionalField[]
}

/** What tells one notice from another, and what an edition of it takes over. */
export type KnownNotice = Pick<
  NoticeMetadata,
  'id' | 'title' | 'documentNumber' | 'year' | 'issuer' | 'issued' | 'spoken'
>

/**
 * Reads a file that a person wants to add, and the metadata file beside it.
 *
 * @throws {ImportError} Saying what is wrong with either.
 */
export async function readNoticeFile(file: string): Promise<ImportedNotice> {
  const { text, hints = {} } = await importFile(file)
  return { fileName: file, source: text, given: readMetadataFile(file), hints }
}

/** The notice known already that another seems to be an edition of, and what says so. */
export type Twin = { id: string; title: string; documentNumber?: string; by: 'number' | 'title' }

/**
 * A notice as it was read and what its metadata were read from; `unfit` are the places of those of its edits
 * that fit nothing in the reading.
 */
export type PreparedNotice = { notice: Notice; readings: Readings; twin?: Twin; unfit: number[] }

/** Makes a notice of what was imported, as `readPrepared` does. */
export const prepareNotice = (
  imported: ImportedNotice,
  bundled: readonly NoticeMetadata[],
  known: KnownNotice[],
): Notice => readPrepared(imported, bundled, known).notice

/**
 * Makes a notice of what was imported. One with the number of a notice known already, or else with its title, year,
 * issuer and day, is that notice in another edition and takes its id, unless a person says what it is; any other gets an id of
 * its own.
 *
 * @param bundled The notices of the folder; what was written about them by hand holds for a new edition too.
 * @param known Every other notice.
 * @throws {MissingFieldsError} When the text names no year and none is given.
 * @throws {ImportError} When the text holds no clause.
 */
export function readPrepared(
  imported: ImportedNotice,
  bundled: readonly NoticeMetadata[],
  known: KnownNotice[],
): PreparedNotice {
  const { source, fileName, given, hints, relation } = imported
  const readings = readWithout(imported)
  const derived = deriveMetadata(source, fileName, { programmes: [], rosters: [], ...given }, hints, readings)
  const others: KnownNotice[] = [...bundled, ...known]
  const same = given.id === undefined ? others.find((other) => isSame(other, derived)) : undefined
  const edition = relation ? (relation.as === 'correction' ? relation.of : undefined) : same?.id
  const id = given.id ?? edition ?? freeId(derived.id, others)
  const original = bundled.find((notice) => notice.id === id)
  /** The notices named, and of the one that a person speaks of what they say. */
  const related = (named: readonly Named[], as: Relation['as']): string[] => [
    ...knownAmong(named, id, others).filter((one) => one !== relation?.of),
    ...(relation?.as === as ? [relation.of] : []),
  ]
  const before = callBefore({ ...derived, id }, others)
  const replaces = [...new Set([...related(readings.repeals, 'replaces'), ...(before && !relation ? [before.id] : [])])]
  const amends = related(readings.amends, 'amends')
  const relations = { replaces, ...(amends.length > 0 && { amends }) }
  // What staff have said of the edition before holds for this one, as far as its text still does.
  const said = known.find((other) => other.id === id)?.spoken
  const spoken = said && { spoken: spokenIn(source, said) }
  const metadata = deriveMetadata(
    source,
    fileName,
    { ...relations, ...writtenByHand(original), ...spoken, ...given, id },
    hints,
    readings,
  )
  const { notice, unfit } = parseMended(metadata, source)
  if (notice.clauses.every(({ kind }) => kind === 'front' || kind === 'furniture')) {
    throw new ImportError('没有读出可以引用的条款')
  }
  // One that was taken out of use is not in anybody's way.
  const twin = same && known.some((other) => other.id === same.id) ? twinOf(same, derived) : undefined
  return { notice, readings, unfit, ...(twin && { twin }) }
}

function parseMended(metadata: NoticeMetadata, source: string): { notice: Notice; unfit: number[] } {
  if (!metadata.edits) return { notice: parseNotice(metadata, source), unfit: [] }
  const { edits, ...plain } = metadata
  const { clauses, unfit } = mendReading(source, parseNotice(plain, source).clauses, edits)
  return { notice: { ...metadata, source, clauses }, unfit }
}

function readWithout({ source, fileName, given, hints, without = [] }: ImportedNotice): Readings {
  const readings = readMetadata(source, fileName, given, hints)
  for (const field of without) delete readings[field]
  return readings
}

function twinOf({ id, title, documentNumber }: KnownNotice, read: NoticeMetadata): Twin {
  const by = documentNumber !== undefined && documentNumber === read.documentNumber ? 'number' : 'title'
  return { id, title, by, ...(documentNumber !== undefined && { documentNumber }) }
}

function isSame(one: KnownNotice, other: KnownNotice): boolean {
  if (one.documentNumber && other.documentNumber) return one.documentNumber === other.documentNumber
  const agree = (field: 'issuer' | 'issued', none?: string) =>
    one[field] === other[field] || [one[field], other[field]].some((value) => value === undefined || value === none)
  const sameTitle = one.year === other.year && squeeze(one.title) === squeeze(other.title)
  return sameTitle && agree('issued') && agree('issuer', unknownIssuer)
}

function freeId(wanted: string, others: KnownNotice[]): string {
  const taken = new Set(others.map(({ id }) => id))
  let id = wanted
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`
  return id
}

function writtenByHand(original: NoticeMetadata | undefined): Partial<NoticeMetadata> {
  if (!original) return {}
  const { shortTitle, issuer, replaces, programmes, rosters } = original
  return { shortTitle, issuer, replaces, programmes, rosters }
}
