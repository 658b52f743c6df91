import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Database } from '../../../knowledge/database/schema.ts'
import { accountTexts as words } from '../../../prompts/account-texts.ts'
import { addAccount, findAccount, listAccounts } from '../../../services/staff/accounts.ts'
import {
  type By,
  changePassword,
  changeRole,
  dropSecondFactor,
  removeAccount,
  setDisabled,
} from '../../../services/staff/change-account.ts'
import { roles } from '../../../services/staff/role.ts'
import { Problem } from '../../problem.ts'
import { accountJson, accountSchema, orAccountProblem } from '../../staff/account-json.ts'
import { versionSchema } from '../../staff/faq-input.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { personText } from '../../validation.ts'
import { renderAccountsPage } from '../../web/staff/accounts-page.ts'

const admin = { config: { role: 'admin' as const } }
const passwordSchema = z.string().max(1000)
const newSchema = z.strictObject({ name: personText(50), password: passwordSchema, role: z.enum(roles) })
const changeSchema = z
  .strictObject({
    version: versionSchema,
    role: z.enum(roles).optional(),
    isDisabled: z.boolean().optional(),
    password: passwordSchema.optional(),
    hasSecondFactor: z.literal(false).optional(),
  })
  .refine((change) => Object.keys(change).length === 2, '一次改一样')
const params = z.object({ name: personText(100) })

type Change = z.infer<typeof changeSchema>

function apply(db: Database, name: string, change: Change, by: By): Promise<void> {
  const { role, isDisabled, password } = change
  if (role !== undefined) return changeRole(db, name, role, by)
  if (isDisabled !== undefined) return setDisabled(db, name, isDisabled, by)
  if (password !== undefined) return changePassword(db, name, password, by)
  return dropSecondFactor(db, name, by)
}

/** Who may come to the console, looked after by administrators. */
export const accountRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk: { db, timeZone } }) => {
  app.get('/staff/accounts', { ...admin, schema: { hide: true } }, async ({ member }, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .send(renderAccountsPage({ member: member!, accounts: await listAccounts(db), timeZone })),
  )

  app.get(
    '/api/staff/accounts',
    {
      ...admin,
      schema: { summary: '账号', response: { 200: z.object({ accounts: z.array(accountSchema) }).describe('账号') } },
    },
    async () => ({ accounts: (await listAccounts(db)).map(accountJson) }),
  )

  app.post(
    '/api/staff/accounts',
    {
      ...admin,
      schema: { summary: '建立账号', body: newSchema, response: { 201: accountSchema.describe('建立的账号') } },
    },
    async ({ body: { name, password, role }, member }, reply) => {
      const account = await orAccountProblem(addAccount(db, name.trim(), password, role, member!.name))
      return reply.code(201).send(accountJson(account))
    },
  )

  app.patch(
    '/api/staff/accounts/:name',
    {
      ...admin,
      schema: {
        summary: '更改账号的角色、密码、停用或两步验证（一次一样），并让它在各处退出',
        params,
        body: changeSchema,
        response: { 200: accountSchema.describe('更改后的账号') },
      },
    },
    async ({ params: { name }, body, member }) => {
      await requireAccount(db, name)
      const { password: _secret, ...submitted } = body
      await orAccountProblem(apply(db, name, body, { who: member!.name, version: body.version }), submitted)
      return accountJson(await requireAccount(db, name))
    },
  )

  app.delete(
    '/api/staff/accounts/:name',
    {
      ...admin,
      schema: {
        summary: '删除账号；它做过的事仍在操作记录里',
        params,
        querystring: z.strictObject({ version: z.coerce.number().pipe(versionSchema) }),
        response: { 204: z.undefined().describe('已删除') },
      },
    },
    async ({ params: { name }, query: { version }, member }, reply) => {
      await requireAccount(db, name)
      await orAccountProblem(removeAccount(db, name, { who: member!.name, version }), {})
      return reply.code(204).send()
    },
  )
}

async function requireAccount(db: Database, name: string) {
  const account = await findAccount(db, name)
  if (!account) throw new Problem(404, words.absent(name))
  return account
}
