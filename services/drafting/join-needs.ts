import type { Stretch } from './chunks.ts'
import { type Need, allOf, anyOf, claim } from './need.ts'
import type { State } from './read-turns.ts'
import { startsClaim } from './words.ts'

/** Words that lead up to a need: a claim is said with them, a figure keeps them for its question. */
export function inContext(need: Need, state: State): Need {
  if (state.context.length === 0 || !('kind' in need)) return need
  const context = state.context.join('，')
  state.context = []
  if (need.kind === 'figure') return { ...need, context }
  return need.kind === 'claim' ? { ...need, text: `${context}，${need.text}` } : allOf([claim(context), need])!
}

/** Puts a need beside those before it, or in place of one, as its words join it. */
export function add(state: State, need: Need, isOr: boolean, { text }: Stretch, hasFigure: boolean): void {
  const last = state.needs.at(-1)
  if (isOr && last) state.needs = [...state.needs.slice(0, -1), anyOf([last, need])!]
  // 人员、场地等条件 goes on with the claim before it.
  else if (!hasFigure && last && goesOn(text, need, last))
    state.needs = [
      ...state.needs.slice(0, -1),
      { ...last, text: `${(last as { text: string }).text}，${text}` } as Need,
    ]
  else state.needs.push(need)
}

const goesOn = (text: string, need: Need, last: Need): boolean =>
  'kind' in need &&
  need.kind === 'claim' &&
  'kind' in last &&
  last.kind === 'claim' &&
  ((/^[^，]{0,8}(?:等|和|与)/u.test(text) && !startsClaim.test(text)) ||
    /^(?:均|仍)?(?:在|处于)有效期(?:内)?$/u.test(text))
