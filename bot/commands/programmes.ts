import { today } from '../today.ts'
import { readFileSync } from 'node:fs'
import { openDatabase } from '../../knowledge/database/connect.ts'
import { migrateToLatest } from '../../knowledge/database/migrate.ts'
import { programmeCommandTexts as words } from '../../prompts/programme-command-texts.ts'
import type { DocumentFault } from '../../services/eligibility/document-shapes.ts'
import { writeDocument } from '../../services/eligibility/write-document.ts'
import { type Config, readConfig, secretsIn } from '../config.ts'
import { exitCodeOf, explainFailure } from '../explain-failure.ts'
import { shipped, useKnowledge } from '../knowledge-in-use.ts'
import { openProgrammeDesk } from '../programme-desk/programme-desk.ts'
import { commandsOf, findProgrammeDesk, type ProgrammeCommands } from './programme-desk-socket.ts'

/** `usage` is EX_USAGE of sysexits. */
const exitCodes = { done: 0, refused: 1, usage: 64 }

const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => void process.stderr.write(`${line}\n`)

type Work = (commands: ProgrammeCommands) => Promise<number>

async function list(commands: ProgrammeCommands): Promise<number> {
  for (const { id, year, title, notice, state } of await commands.list())
    say([id, `${year}年${title}`, notice, words.states[state]].join('  '))
  return exitCodes.done
}

async function draft(commands: ProgrammeCommands, notice: string): Promise<number> {
  const documents = await commands.draft(notice)
  if (!documents) complain(words.noSuchNotice(notice))
  else if (documents.length === 0) complain(words.nothingToDraft(notice))
  else for (const document of documents) process.stdout.write(writeDocument(document))
  return documents && documents.length > 0 ? exitCodes.done : exitCodes.refused
}

async function check(commands: ProgrammeCommands, file: string): Promise<number> {
  const faults = await commands.check(readJson(file))
  if (faults.length === 0) say(words.nothingWrong)
  return tell(faults)
}

async function publish(commands: ProgrammeCommands, file: string): Promise<number> {
  const made = await commands.publish(readJson(file))
  if (made.kind === 'refused') return tell(made.faults)
  if (made.kind === 'made') say(words.published(made.programme.id))
  else complain(words.changedMeanwhile)
  return made.kind === 'made' ? exitCodes.done : exitCodes.refused
}

function tell(faults: readonly DocumentFault[]): number {
  for (const { path, message } of faults) complain(`${path === '' ? words.whole : path}: ${message}`)
  return faults.length === 0 ? exitCodes.done : exitCodes.refused
}

/** A file that can't be read, or holds no JSON. */
class FileError extends Error {}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new FileError(`${file}: ${(error as Error).message}`)
  }
}

/** What the arguments ask for; undefined where they ask for nothing that is there. */
function readArguments([command, given, ...more]: string[]): Work | undefined {
  if (command === 'list' && given === undefined) return list
  if (given === undefined || more.length > 0) return undefined
  const works = { draft, check, publish }
  const work = Object.hasOwn(works, command ?? '') ? works[command as keyof typeof works] : undefined
  return work && ((commands) => work(commands, given))
}

/** Works on the database or, where a running assistant has the embedded one, through that. */
async function withProgrammes(config: Config, work: Work): Promise<number> {
  const { databaseUrl: url, dataDir } = config
  const running = url === undefined ? await findProgrammeDesk(dataDir) : undefined
  if (running) return work(running)
  const { db, close } = await openDatabase({ dataDir, ...(url !== undefined && { url }) })
  try {
    await migrateToLatest(db)
    const given = shipped()
    const { now, refresh } = await useKnowledge(db, given)
    const own = { shipped: given.programmes, bundled: given.notices, today: () => today(config.timeZone) }
    return await work(commandsOf(openProgrammeDesk({ db, known: now, ...own, refresh })))
  } finally {
    await close()
  }
}

async function main(): Promise<number> {
  try {
    const work = readArguments(process.argv.slice(2))
    if (work) return await withProgrammes(readConfig(process.env), work)
    complain(words.usage)
    return exitCodes.usage
  } catch (error) {
    if (!(error instanceof FileError)) complain(explainFailure(error, secretsIn(process.env)))
    else complain(error.message)
    return error instanceof FileError ? exitCodes.usage : exitCodeOf(error)
  }
}

process.exitCode = await main()
