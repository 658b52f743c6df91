/** What an account may do, each all that those before it may: see and review; write answers; switch and look after accounts. */
export const roles = ['reviewer', 'editor', 'admin'] as const

export type Role = (typeof roles)[number]

/** Whether a role may do what asks for another. */
export const isAtLeast = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed)
