/** An address with a query; what is undefined or empty is left out. */
export function queryLink(path: string, query: Record<string, string | number | undefined>): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') given.append(name, String(value))
  }
  return given.size === 0 ? path : `${path}?${given.toString()}`
}
