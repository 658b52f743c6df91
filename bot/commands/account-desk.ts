import type { Database } from '../../knowledge/database/schema.ts'
import { type Account, AccountError, addAccount, listAccounts } from '../../services/staff/accounts.ts'
import {
  changePassword,
  changeRole,
  dropSecondFactor,
  removeAccount,
  setDisabled,
} from '../../services/staff/change-account.ts'
import type { Role } from '../../services/staff/role.ts'
import { findDesk, serveDesk } from './desk-socket.ts'

/** Where the accounts of staff are looked after, here or in a running assistant. */
export type AccountDesk = {
  list(): Promise<Omit<Account, 'createdAt'>[]>
  add(name: string, password: string, role?: Role): Promise<Pick<Account, 'name' | 'role'>>
  password(name: string, password: string): Promise<void>
  setDisabled(name: string, isDisabled: boolean): Promise<void>
  role(name: string, role: Role): Promise<void>
  dropSecondFactor(name: string): Promise<void>
  remove(name: string): Promise<void>
}

type Request = { [Name in keyof AccountDesk]: [Name, ...Parameters<AccountDesk[Name]>] }[keyof AccountDesk]

/** Where a running assistant says, within its data directory, at which socket its accounts are looked after. */
const addressFile = 'staff-socket'

export const openAccountDesk = (db: Database): AccountDesk => ({
  list: () => listAccounts(db),
  add: (name, password, role) => addAccount(db, name, password, role),
  password: (name, password) => changePassword(db, name, password),
  setDisabled: (name, isDisabled) => setDisabled(db, name, isDisabled),
  role: (name, role) => changeRole(db, name, role),
  dropSecondFactor: (name) => dropSecondFactor(db, name),
  remove: (name) => removeAccount(db, name),
})

/** Lets `npm run staff` of the same user look after the accounts of this process. Returns what closes it. */
export function serveAccountDesk(dataDir: string, desk: AccountDesk): Promise<() => Promise<void>> {
  const explain = (error: unknown) =>
    error instanceof AccountError ? error.message : `助手出错：${(error as Error).message}`
  return serveDesk<Request>(dataDir, addressFile, (request) => serve(desk, request), explain)
}

async function serve(desk: AccountDesk, request: Request): Promise<unknown> {
  switch (request[0]) {
    case 'list':
      return desk.list()
    case 'add':
      return desk.add(request[1], request[2], request[3])
    case 'password':
      return desk.password(request[1], request[2])
    case 'setDisabled':
      return desk.setDisabled(request[1], request[2])
    case 'role':
      return desk.role(request[1], request[2])
    case 'dropSecondFactor':
      return desk.dropSecondFactor(request[1])
    case 'remove':
      return desk.remove(request[1])
  }
}

/** The desk of the assistant that runs on a data directory; undefined where none answers. */
export async function findAccountDesk(dataDir: string): Promise<AccountDesk | undefined> {
  const ask = await findDesk<Request>(dataDir, addressFile, (message) => new AccountError(message))
  return (
    ask && {
      list: () => ask(['list']),
      add: (...given) => ask(['add', ...given]),
      password: (...given) => ask(['password', ...given]),
      setDisabled: (...given) => ask(['setDisabled', ...given]),
      role: (...given) => ask(['role', ...given]),
      dropSecondFactor: (...given) => ask(['dropSecondFactor', ...given]),
      remove: (...given) => ask(['remove', ...given]),
    }
  )
}
