/** Why a database can't be backed up, or a backup not be restored. */
export type BackupFault =
  | { kind: 'no-data' }
  | { kind: 'not-a-backup'; file: string }
  | { kind: 'newer-format'; format: number }
  /** Migrations that this version does not know: of the file, or of the database. */
  | { kind: 'newer-version'; of: 'file' | 'database'; migrations: string[] }
  /** The file ends too early, or can't be unpacked from some place on. */
  | { kind: 'cut-off'; after: string }
  | { kind: 'unreadable-line'; line: number; table: string | undefined }
  /** What was read, or is in the database after loading, is not what the manifest says. */
  | { kind: 'differs'; table: string; of: 'file' | 'database'; rows: number; expectedRows: number }
  | { kind: 'unknown-table'; table: string }
  | { kind: 'unknown-column'; table: string; columns: string[] }
  | { kind: 'refused-rows'; table: string; reason: string }
  | { kind: 'not-empty'; tables: { table: string; rows: number }[] }
  | { kind: 'in-use'; connections: number }
  | { kind: 'no-room'; directory: string; bytes: number; free: number }

export class BackupError extends Error {
  override name = 'BackupError'
  readonly fault: BackupFault

  constructor(fault: BackupFault, options?: ErrorOptions) {
    super(`${fault.kind}: ${JSON.stringify(fault)}`, options)
    this.fault = fault
  }
}
