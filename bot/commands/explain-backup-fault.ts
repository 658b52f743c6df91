import type { BackupFault } from '../../knowledge/database/backup/backup-error.ts'
import { backupTexts } from '../../prompts/backup-texts.ts'

const { faults } = backupTexts

/** A size in the words of people. */
export const inWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

export function explainBackupFault(fault: BackupFault): string {
  switch (fault.kind) {
    case 'no-data':
      return faults.noData
    case 'not-a-backup':
      return faults.notABackup(fault.file)
    case 'newer-format':
      return faults.newerFormat(fault.format)
    case 'newer-version':
      return faults.newerVersion(fault.of, fault.migrations.join('、'))
    case 'cut-off':
      return faults.cutOff(fault.after)
    case 'unreadable-line':
      return faults.unreadableLine(fault.line, fault.table)
    case 'differs':
      return faults.differs(fault.of, fault.table, fault.rows, fault.expectedRows)
    case 'unknown-table':
      return faults.unknownTable(fault.table)
    case 'unknown-column':
      return faults.unknownColumns(fault.table, fault.columns.join('、'))
    case 'refused-rows':
      return faults.refusedRows(fault.table, fault.reason)
    case 'not-empty':
      return faults.notEmpty(fault.tables)
    case 'in-use':
      return faults.inUse(fault.connections)
    case 'no-room':
      return faults.noRoom(fault.directory, inWords(fault.bytes), inWords(fault.free))
  }
}
