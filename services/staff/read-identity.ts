import { cutTo } from '../../knowledge/language/characters.ts'
import { type Role, roles } from './role.ts'

/** What a provider says of people, and what that gives them here. */
export type RoleMapping = {
  /** The claim that tells what somebody may do: a text, or a list of them; dots lead inwards (`realm_access.roles`). */
  roleClaim: string
  /** The claim that names the account. */
  nameClaim: string
  /** Which values of the claim give which role; `*` is whoever signs in. */
  roles: { role: Role; value: string }[]
}

/** Somebody as a provider knows them; without a role they may not come in. */
export type Identity = { identity: string; name: string; role: Role | undefined }

function within(claims: unknown, path: string): unknown {
  const whole = (claims as Record<string, unknown> | null)?.[path]
  if (whole !== undefined) return whole
  return path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], claims)
}

const textsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')

/** Reads who somebody is; of several roles that they are given the highest counts. */
export function readIdentity(
  claims: Record<string, unknown> & { iss: string; sub: string },
  given: RoleMapping,
): Identity {
  const held = new Set([...textsIn(within(claims, given.roleClaim)), '*'])
  const role = roles.findLast((one) => given.roles.some(({ role: to, value }) => to === one && held.has(value)))
  const [said = ''] = [given.nameClaim, 'preferred_username', 'email', 'sub'].flatMap((claim) =>
    textsIn(within(claims, claim)).filter((one) => one.trim() !== ''),
  )
  return { identity: `${claims.iss} ${claims.sub}`, name: nameOf(said), role }
}

/** A name as an account may have it. */
const nameOf = (said: string): string =>
  cutTo(
    said
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[^\p{L}\p{N}]+/u, ''),
    50,
  )
