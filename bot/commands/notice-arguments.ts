import { parseArgs } from 'node:util'
import { ImportError } from '../../knowledge/importing/import-error.ts'
import { type NoticeMetadata, noticeMetadataFields } from '../../knowledge/parsing/notice.ts'
import { noticeTexts } from '../../prompts/notice-texts.ts'

/** What somebody gives of a notice besides its file. */
export type Given = Partial<NoticeMetadata>
export type AddArguments = {
  files: string[]
  given: Given
  /** Whether to put in use without asking. */
  yes?: true
}

/** Each option and the field it gives. */
const fields = {
  title: 'title',
  number: 'documentNumber',
  issuer: 'issuer',
  issued: 'issued',
  year: 'year',
  from: 'effectiveFrom',
  until: 'effectiveUntil',
} as const satisfies Record<string, keyof NoticeMetadata>

export type Option = keyof typeof fields

const options = Object.fromEntries(Object.keys(fields).map((name) => [name, { type: 'string' as const }]))

const yesOption = { yes: { type: 'boolean' as const } }

/** The option that gives a field. */
export const optionOf = (field: keyof NoticeMetadata): string =>
  `--${Object.entries(fields).find(([, name]) => name === field)?.[0] ?? field}`

/**
 * The files to add and what is given of them: `add --year 2026 FILE…`.
 *
 * @returns undefined where the arguments are none of this command.
 * @throws {ImportError} When a value can't be that of its field.
 */
export function readAddArguments(args: string[]): AddArguments | undefined {
  try {
    const { values: all, positionals } = parseArgs({
      args,
      options: { ...options, ...yesOption },
      allowPositionals: true,
    })
    const { yes = false, ...values } = all as { yes?: boolean } & Partial<Record<Option, string>>
    const isOfOne = values.title !== undefined || values.number !== undefined
    if (positionals.length === 0 || (isOfOne && positionals.length > 1)) return undefined
    const given = Object.entries(values).map(([name, value]) => readField(fields[name as Option], String(value)))
    return { files: positionals, given: Object.assign({}, ...given) as Given, ...(yes && { yes }) }
  } catch (error) {
    if (error instanceof ImportError) throw error
    return undefined
  }
}

/**
 * What somebody typed for a field.
 *
 * @throws {ImportError} When it can't be that.
 */
export function readField(field: (typeof fields)[Option], typed: string): Given {
  const value = field === 'year' ? Number(typed) : typed.trim()
  const { success } = noticeMetadataFields.shape[field].safeParse(value)
  if (!success || value === '') throw new ImportError(noticeTexts.unfit(optionOf(field), typed))
  return { [field]: value }
}
