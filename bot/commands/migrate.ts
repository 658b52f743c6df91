import { openDatabase } from '../../knowledge/database/connect.ts'
import { backupTexts } from '../../prompts/backup-texts.ts'
import { databaseOptions } from '../open-options.ts'
import { upgradeDatabase } from '../upgrade-database.ts'
import { type Operation, runOperation } from './run-operation.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

const migrate: Operation = async (config) => {
  const database = await openDatabase(databaseOptions(config))
  const count = await upgradeDatabase(database, { ...config, onNote: say }).finally(database.close)
  return backupTexts.migrated(count)
}

const operation = process.argv.length === 2 ? migrate : undefined
process.exitCode = await runOperation(process.env, operation, backupTexts.migrateUsage)
