/** A text in three parts: what another begins with too, what is its own, and what both end with. */
export function differenceOf(text: string, other: string): [before: string, own: string, after: string] {
  const [mine, others] = [[...text], [...other]]
  const most = Math.min(mine.length, others.length)
  let from = 0
  while (from < most && mine[from] === others[from]) from++
  let end = 0
  while (end < most - from && mine[mine.length - 1 - end] === others[others.length - 1 - end]) end++
  const to = mine.length - end
  return [mine.slice(0, from).join(''), mine.slice(from, to).join(''), mine.slice(to).join('')]
}
