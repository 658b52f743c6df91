import type { DatabaseOptions } from '../knowledge/database/connect.ts'
import { operationTexts } from '../prompts/operation-texts.ts'

type Given = {
  databaseUrl?: string | undefined
  dataDir: string
  onFailure?: (error: Error) => void
  onNote?: (note: string) => void
}

/** How the database of an assistant is opened. */
export const databaseOptions = ({ databaseUrl, dataDir, onFailure, onNote }: Given): DatabaseOptions => ({
  dataDir,
  ...(databaseUrl !== undefined && { url: databaseUrl }),
  ...(onFailure && { onFailure }),
  onOpenDirectory: (mode) => onNote?.(operationTexts.directoryOpen(dataDir, mode)),
})
