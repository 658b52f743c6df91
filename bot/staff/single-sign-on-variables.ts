import { z } from 'zod'
import { type Role, roles } from '../../services/staff/role.ts'
import type { SingleSignOnOptions } from '../../services/staff/single-sign-on.ts'

/** Where people come back to from the provider. */
export const returnPath = '/staff/sso/callback'

const text = z.string().regex(/^\S+$/)

/** `admin=zhixun-admins, editor=office, reviewer=*`: the value of the claim that gives a role, as many as there are. */
function readRoles(given: string): { role: Role; value: string }[] | undefined {
  const pairs = given.split(',').map((pair) => /^\s*(\w+)\s*=\s*(\S.*?)\s*$/u.exec(pair))
  const read = pairs.map((found) => ({ role: roles.find((one) => one === found?.[1]), value: found?.[2] ?? '' }))
  return read.every((one): one is { role: Role; value: string } => one.role !== undefined) ? read : undefined
}

const isSafe = (address: string): boolean =>
  address.startsWith('https://') || /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/|$)/.test(address)

/** The variables of the organisation's own sign-in. */
export const singleSignOnVariables = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isSafe)
    .optional()
    .describe('the https address of an OpenID Connect provider'),
  OIDC_CLIENT_ID: text
    .optional()
    .describe('the id of this client at the provider, and is needed where OIDC_ISSUER is set'),
  OIDC_CLIENT_SECRET: text.optional().describe('the secret of this client, without blanks'),
  OIDC_SCOPE: z
    .string()
    .refine((given) => given.split(/\s+/).includes('openid'))
    .default('openid profile email')
    .describe('scopes separated by blanks, openid among them'),
  OIDC_NAME_CLAIM: text.default('preferred_username').describe('the name of a claim'),
  OIDC_ROLE_CLAIM: text.default('groups').describe('the name of a claim; dots lead inwards'),
  OIDC_ROLES: z
    .string()
    .transform((given, context) => {
      const read = readRoles(given)
      if (read === undefined) context.addIssue('no roles')
      return read ?? []
    })
    .optional()
    .describe(
      `which values of the claim give which role (${roles.join(', ')}), such as admin=leaders, reviewer=*, and is needed where OIDC_ISSUER is set`,
    ),
}

type Variables = z.output<z.ZodObject<typeof singleSignOnVariables>> & { PUBLIC_URL?: string | undefined }

/** The organisation's own sign-in; undefined without an issuer. */
export function singleSignOnOf(env: Variables): SingleSignOnOptions | undefined {
  if (!env.OIDC_ISSUER) return undefined
  return {
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID!,
    clientSecret: env.OIDC_CLIENT_SECRET,
    scope: env.OIDC_SCOPE,
    nameClaim: env.OIDC_NAME_CLAIM,
    roleClaim: env.OIDC_ROLE_CLAIM,
    roles: env.OIDC_ROLES!,
    returnTo: `${env.PUBLIC_URL!.replace(/\/+$/, '')}${returnPath}`,
  }
}
