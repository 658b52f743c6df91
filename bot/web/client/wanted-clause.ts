/** The clause that the address names; as it stands where somebody has mangled it. */
export function wantedClause(): string {
  const hash = location.hash.slice(1)
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}
