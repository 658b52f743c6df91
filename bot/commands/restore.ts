import { parseArgs } from 'node:util'
import { readBackup } from '../../knowledge/database/backup/read-backup.ts'
import { restoreBackup } from '../../knowledge/database/backup/restore-backup.ts'
import { openDatabase } from '../../knowledge/database/connect.ts'
import { backupTexts } from '../../prompts/backup-texts.ts'
import { rowsIn } from './count-rows.ts'
import { type Operation, runOperation } from './run-operation.ts'

function readArguments(args: string[]): Operation | undefined {
  const options = { replace: { type: 'boolean' }, check: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const { replace = false, check = false } = values
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0 || (replace && check)) return undefined
  return check ? () => checkFile(file) : (config) => restore(config, file, replace)
}

async function checkFile(file: string): Promise<string> {
  const { header, manifest } = await readBackup(file)
  return backupTexts.sound(file, header.madeAt, rowsIn(manifest), header.migrations.at(-1)!)
}

const restore: (...given: [...Parameters<Operation>, string, boolean]) => Promise<string> = async (
  { databaseUrl: url, dataDir },
  file,
  isReplacing,
) => {
  // A file that can't be restored is found before a database is opened, which makes one where there is none.
  await readBackup(file)
  const { db, close } = await openDatabase({ dataDir, ...(url !== undefined && { url }) })
  const { header, manifest } = await restoreBackup(db, file, isReplacing).finally(close)
  return backupTexts.restored(rowsIn(manifest), header.madeAt)
}

function argumentsOf(args: string[]): Operation | undefined {
  try {
    return readArguments(args)
  } catch {
    return undefined
  }
}

process.exitCode = await runOperation(process.env, argumentsOf(process.argv.slice(2)), backupTexts.restoreUsage)
