/** A page, or where to go. */
export type Shown = { html: string; status?: number } | { to: string }
