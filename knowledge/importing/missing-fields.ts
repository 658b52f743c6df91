import { ImportError } from './import-error.ts'

/** A field that a notice needs or should have and that its text doesn't tell; `isRequired` ones are asked for before it is taken. */
export type MissingField = { field: 'title' | 'issuer' | 'year'; isRequired: boolean; label: string }

const labels: Record<MissingField['field'], string> = { title: '标题', issuer: '发文机关', year: '年份' }

export const missingField = (field: MissingField['field'], isRequired: boolean): MissingField => ({
  field,
  isRequired,
  label: labels[field],
})

/** A notice whose text lacks fields that somebody has to give. */
export class MissingFieldsError extends ImportError {
  override name = 'MissingFieldsError'
  readonly missing: MissingField[]

  constructor(missing: MissingField[]) {
    const named = missing.map(({ label }) => label).join('、')
    super(`读不出是哪一年的通知：请补上${named}，如加上 --year 2026，或者在同名的 .json 文件里写明 {"year": 2026}`)
    this.missing = missing
  }
}
