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
      npm run staff -- role NAME ${roles.join('|')}    更改角色，并让它在各处退出
      npm run staff -- second-factor NAME --off         关闭两步验证（手机丢了）
      npm run staff -- remove NAME                      删除账号
      npm run staff -- list                             列出全部账号
不写 --role 时，第一个账号是 admin，以后的是 editor。`

/** `usage` is EX_USAGE of sysexits. */
const exitCodes = { done: 0, refused: 1, usage: 64 }

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

type Work = (desk: AccountDesk) => Promise<void>

async function list(desk: AccountDesk): Promise<void> {
  for (const account of await desk.list()) {
    const { name, role, isDisabled, isFromOutside, hasSecondFactor } = account
    const notes = [isDisabled && '已停用', isFromOutside && '单位登录', hasSecondFactor && '两步验证'].filter(Boolean)
    say([name, role, ...notes].join('  '))
  }
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

async function changeRole(desk: AccountDesk, name: string, role: Role): Promise<void> {
  await desk.role(name, role)
  say(`${name} 的角色已改为${words.roles[role]}（${role}）`)
}

async function dropSecondFactor(desk: AccountDesk, name: string): Promise<void> {
  await desk.dropSecondFactor(name)
  say(`已关闭 ${name} 的两步验证`)
}

async function remove(desk: AccountDesk, name: string): Promise<void> {
  await desk.remove(name)
  say(`已删除账号 ${name}`)
}

const roleOf = (text: string | undefined): Role | undefined => roles.find((one) => one === text)

const options = { 'password-stdin': { type: 'boolean' }, role: { type: 'string' }, off: { type: 'boolean' } } as const

/** What each command takes besides the name, written one after the other, and what it does then. */
const commands: Record<string, (name: string, role: Role | undefined) => Work> = {
  'add --password-stdin': (name) => (desk) => add(desk, name, undefined),
  'add --password-stdin --role': (name, role) => (desk) => add(desk, name, role),
  'password --password-stdin': (name) => (desk) => changePassword(desk, name),
  disable: (name) => (desk) => setDisabled(desk, name, true),
  enable: (name) => (desk) => setDisabled(desk, name, false),
  'role ROLE': (name, role) => (desk) => changeRole(desk, name, role!),
  'second-factor --off': (name) => (desk) => dropSecondFactor(desk, name),
  remove: (name) => (desk) => remove(desk, name),
}

/** What the arguments ask for; undefined where they ask for nothing that is there. */
function readArguments(args: string[]): Work | undefined {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [command, name, said, ...more] = positionals
  const given = Object.keys(options).filter((option) => option in values)
  const asked = [command, ...(said === undefined ? [] : ['ROLE']), ...given.map((option) => `--${option}`)].join(' ')
  if (name === undefined) return asked === 'list' ? list : undefined
  const role = roleOf(said ?? values.role)
  const hasRole = said !== undefined || values.role !== undefined
  if (more.length > 0 || (hasRole && !role)) return undefined
  return Object.hasOwn(commands, asked) ? commands[asked]!(name, role) : undefined
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
