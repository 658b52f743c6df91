import type { Memory } from '../answer.ts'
import type { Question, Scope } from './question.ts'

const back =
  /^(?:那|还是|再|请|我们?)*(?:回到|说回|转回|回过头来?[说看]|回头再?[说看])(?:到|去)?(?:刚才|刚刚|前面|之前|开头|一开始)?(?:说的|问的|讲的)?/u

/**
 * What a message goes back to: 回到医院那个，期限到几时. `text` is the rest of it, `scope` the one spoken of before that it
 * names, undefined for a notice that wasn't. Undefined for any other message.
 */
export function backTo(
  read: (scope: undefined, text: string) => Question,
  asked: string,
  { earlier = [] }: Memory,
): { text: string; scope: Scope | undefined } | undefined {
  const text = asked.replace(back, '')
  if (text === asked || text === '') return undefined
  const { named, programmes } = read(undefined, text)
  if (named.length === 0) return undefined
  const scope = earlier.findLast(
    ({ notice, programme }) =>
      named.some(({ id }) => id === notice) &&
      (programmes.size === 0 || programme === undefined || programmes.has(programme)),
  )
  return { text, scope }
}

/** Scopes that can be gone back to. */
const mostEarlier = 4
const isSame = (a: Scope | undefined, b: Scope | undefined): boolean =>
  a?.notice === b?.notice && a?.programme === b?.programme

/** The scopes spoken of before the one that is spoken of now, the last one last. */
export function earlierScopes(scope: Scope | undefined, memory: Memory): Scope[] | undefined {
  if (!memory.scope || isSame(scope, memory.scope)) return memory.earlier
  const others = (memory.earlier ?? []).filter((one) => !isSame(one, memory.scope) && !isSame(one, scope))
  return [...others, memory.scope].slice(-mostEarlier)
}
