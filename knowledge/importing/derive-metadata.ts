import { basename, extname } from 'node:path'
import { squeeze } from '../language/clean-text.ts'
import { type NoticeMetadata, noticeMetadataSchema } from '../parsing/notice.ts'
import { parseNotice } from '../parsing/parse-notice.ts'
import { deriveId } from './derive-id.ts'
import { dayOf, deriveIssue } from './derive-issue.ts'
import { deriveProgrammes } from './derive-programmes.ts'
import { deriveRosters } from './derive-rosters.ts'
import { deriveTitle } from './derive-title.ts'
import { type MissingField, missingField, MissingFieldsError } from './missing-fields.ts'
import { type Effect, readEffect } from './read-effect.ts'
import type { Hints } from './read-html.ts'
import { readLabels } from './read-labels.ts'
import { readRelations, type Relations } from './read-relations.ts'
import { readYear } from './read-year.ts'
import type { Reading } from './reading.ts'
import { shortTitleOf } from './short-title.ts'
import { sourceLines } from './source-lines.ts'

/** The issuer of a notice that names none. */
export const unknownIssuer = '未注明'

/** What was read of a notice's metadata, each field with the words it was read from, and what nobody has said yet. */
export type Readings = Effect &
  Relations & {
    title: Reading
    documentNumber?: Reading
    issuer?: Reading
    issued?: Reading
    year?: Reading<number>
    missing: MissingField[]
  }

/**
 * Reads the metadata of a notice off its text, for those who add it without writing a metadata file.
 *
 * @param source The notice's text, from `importFile`.
 * @param fileName Helps where the text has no title, number or date.
 * @param given What is known otherwise and wins field by field: the metadata file beside the notice.
 * @param hints What the web page said that the notice was on.
 */
export function readMetadata(
  source: string,
  fileName: string,
  given: Partial<NoticeMetadata> = {},
  hints: Hints = {},
): Readings {
  const name = basename(fileName, extname(fileName))
  const labelled = readLabels(source, sourceLines(source))
  const title = givenOr(given.title, () => titleOf(source, hints)) ?? {
    value: name,
    quote: name,
    from: 'file-name' as const,
  }
  const issue = deriveIssue(source, squeeze(title.value))
  const issued = givenOr(given.issued, () => issue.issued ?? onPage(hints.issued))
  const documentNumber = givenOr(given.documentNumber, () => issue.documentNumber ?? onPage(hints.documentNumber))
  const issuer = givenOr(given.issuer, () => issue.issuer ?? onPage(hints.issuer))
  const year: Reading<number> | undefined =
    given.year === undefined
      ? readYear(source, { issued, documentNumber, title, name })
      : { value: given.year, quote: String(given.year), from: 'given' }
  const read = readEffect(source, issued?.value)
  const effectiveFrom = givenOr(given.effectiveFrom, () => read.effectiveFrom ?? dayOf(labelled.effectiveFrom))
  const effectiveUntil = givenOr(given.effectiveUntil, () => read.effectiveUntil ?? dayOf(labelled.effectiveUntil))
  return {
    title,
    ...(documentNumber && { documentNumber }),
    ...(issuer && { issuer }),
    ...(issued && { issued }),
    ...(year && { year }),
    ...(effectiveFrom && { effectiveFrom }),
    ...(effectiveUntil && { effectiveUntil }),
    ...readRelations(source, title.value),
    missing: [
      ...(title.from === 'file-name' ? [missingField('title', false)] : []),
      ...(issuer ? [] : [missingField('issuer', false)]),
      ...(year ? [] : [missingField('year', true)]),
    ],
  }
}

const givenOr = (given: string | undefined, read: () => Reading | undefined): Reading | undefined =>
  given === undefined ? read() : { value: given, quote: given, from: 'given' }

const onPage = (hint: string | undefined): Reading | undefined =>
  hint === undefined ? undefined : { value: hint, quote: hint, from: 'page' }

/** The title in the text, unless the page it was on tells of quite another. */
function titleOf(source: string, hints: Hints): Reading | undefined {
  const read = deriveTitle(source)
  const said = hints.title && squeeze(hints.title)
  if (!said) return read
  return read && (said.includes(read.value) || read.value.includes(said)) ? read : onPage(said)
}

/**
 * The metadata of a notice as they are stored, from what was read of them.
 *
 * @param given What is known otherwise and wins field by field.
 * @throws {MissingFieldsError} When a field that every notice needs was neither read nor given.
 */
export function deriveMetadata(
  source: string,
  fileName: string,
  given: Partial<NoticeMetadata> = {},
  hints: Hints = {},
  readings: Readings = readMetadata(source, fileName, given, hints),
): NoticeMetadata {
  const required = readings.missing.filter(({ isRequired }) => isRequired)
  if (required.length > 0 || !readings.year) throw new MissingFieldsError(required)
  const { title, documentNumber, issuer, issued, effectiveFrom, effectiveUntil } = readings
  const year = readings.year.value
  const known = { documentNumber: documentNumber?.value, title: title.value, year }
  const id = given.id ?? deriveId({ ...known, name: basename(fileName, extname(fileName)) })
  const derived = noticeMetadataSchema.parse({
    id,
    title: title.value,
    shortTitle: shortTitleOf(title.value, year),
    issuer: issuer?.value ?? unknownIssuer,
    year,
    ...(documentNumber && { documentNumber: documentNumber.value }),
    ...(issued && { issued: issued.value }),
    ...(effectiveFrom && { effectiveFrom: effectiveFrom.value }),
    ...(effectiveUntil && { effectiveUntil: effectiveUntil.value }),
    ...given,
  })
  if (given.programmes && given.rosters) return derived
  const { clauses } = parseNotice(derived, source)
  return {
    ...derived,
    programmes: given.programmes ?? deriveProgrammes(id, squeeze(title.value), clauses),
    rosters: given.rosters ?? deriveRosters(clauses),
  }
}
