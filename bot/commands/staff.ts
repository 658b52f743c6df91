import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../knowledge/database/connect.ts'
import { migrateToLatest } from '../../knowledge/database/migrate.ts'
import { AccountError } from '../../services/staff/accounts.ts'
import { type Role, roles } from '../../services/staff/role.ts'
import { staffTexts as words } from '../../prompts/staff-texts.ts'
import { type Config, readConfig, secretsIn } from '../config.ts'
import { exitCodeOf, explainFailure } from '../explain-failure.ts'
import { type AccountDesk, findAccountDesk, openAccountDesk } from './account-desk.ts'

const usage = `用法：npm run staff -- add NAME --password-stdin [--role ${roles.join('|')}]   建立账号，密码从标准输入读
      npm run staff -- password NAME --password-stdin   更改密码，并让它在各处退出
      npm run staff -- disable NAME                     停用账号，并让它在各处退出
      npm run staff -- enable NAME                      重新启用账号
      npm run staff -- list                             列出全部账号
不写 --role 时，第一个账号是 admin，以后的是 editor。`

/** `usage` is EX_USAGE of sysexits. */
const exitCodes = { done: 0, refused: 1, usage: 64 }

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

type Work = (desk: AccountDesk) => Promise<void>

async function list(desk: AccountDesk): Promise<void> {
  for (const { name, role, isDisabled } of await desk.list()) say(`${name}  ${role}${isDisabled ? '  已停用' : ''}`)
}

/** What is piped in, or typed and closed by Ctrl-D; the line feed at its end is none of it. */
const readPassword = async (): Promise<string> => (await text(process.stdin)).replace(/\r?\n$/, '')

async function add(desk: AccountDesk, name: string, role: Role | undefined): Promise<void> {
  const made = await desk.add(name, await readPassword(), role)
  say(`已建立账号 ${made.name}（${words.roles[made.role]}，${made.role}）`)
}

async function changePassword(desk: AccountDesk, name: string): Promise<void> {
  await desk.password(name, await readPassword())
  say(`已更改 ${name} 的密码`)
}

async function setDisabled(desk: AccountDesk, name: string, isDisabled: boolean): Promise<void> {
  await desk.setDisabled(name, isDisabled)
  say(`已${isDisabled ? '停用' : '启用'}账号 ${name}`)
}

/** What the arguments ask for; undefined where they ask for nothing that is there. */
function readArguments(args: string[]): Work | undefined {
  const options = { 'password-stdin': { type: 'boolean' }, role: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [command, name, ...more] = positionals
  const { 'password-stdin': isPiped = false, role } = values
  const known = roles.find((one) => one === role)
  if (more.length > 0 || (role !== undefined && (!known || command !== 'add'))) return undefined
  if (name === undefined) return command === 'list' && !isPiped ? list : undefined
  if (command === 'add' && isPiped) return (desk) => add(desk, name, known)
  if (command === 'password' && isPiped) return (desk) => changePassword(desk, name)
  if (isPiped || (command !== 'disable' && command !== 'enable')) return undefined
  return (desk) => setDisabled(desk, name, command === 'disable')
}

/** Works on the database or, where a running assistant has the embedded one, through that. */
async function withDesk({ databaseUrl: url, dataDir }: Config, work: Work): Promise<void> {
  const running = url === undefined ? await findAccountDesk(dataDir) : undefined
  if (running) return work(running)
  const { db, close } = await openDatabase({ dataDir, ...(url !== undefined && { url }) })
  try {
    await migrateToLatest(db)
    await work(openAccountDesk(db))
  } finally {
    await close()
  }
}

function argumentsOf(args: string[]): Work | undefined {
  try {
    return readArguments(args)
  } catch {
    return undefined
  }
}

async function main(): Promise<number> {
  const work = argumentsOf(process.argv.slice(2))
  if (!work) {
    complain(usage)
    return exitCodes.usage
  }
  try {
    await withDesk(readConfig(process.env), work)
    return exitCodes.done
  } catch (error) {
    complain(error instanceof AccountError ? error.message : explainFailure(error, secretsIn(process.env)))
    return error instanceof AccountError ? exitCodes.refused : exitCodeOf(error)
  }
}

process.exitCode = await main()
