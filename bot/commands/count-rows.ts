import type { Manifest } from '../../knowledge/database/backup/backup-format.ts'

export const rowsIn = ({ tables }: Manifest): number => Object.values(tables).reduce((sum, { rows }) => sum + rows, 0)
