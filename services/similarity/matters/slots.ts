/** Slots that no yes or no answers: they are what is really waited for. */
const yesOrNo = ['may', 'must', 'whether']
const open = new Set([...yesOrNo, 'which', 'threshold', 'content'])
const figures = ['count', 'money', 'percent', 'size', 'score', 'howlong', 'often']
/** Of the slots that name no value, the first that is named counts. */
const inOrder = ['threshold', 'which', 'content', 'may', 'must']

/**
 * What a question really waits for of all that it names: 「要多少件」 asks for a count, not whether it must be.
 *
 * @param offers Whether its wording offers yes and no.
 * @returns In order; `any` alone where it names nothing.
 */
export function resolveSlots(named: readonly string[], offers: boolean): string[] {
  const slots = new Set(named)
  if (slots.delete('tally') && (!slots.has('may') || slots.has('amount') || slots.has('threshold'))) slots.add('count')
  if (slots.delete('total') && slots.size === 0) slots.add('amount')
  if (slots.has('until') || slots.has('start')) slots.delete('when')
  if (figures.some((name) => slots.has(name))) slots.delete('amount')
  const values = [...slots].filter((name) => !open.has(name))
  if (values.length > 0) return values.toSorted()
  const first = inOrder.find((name) => slots.has(name))
  return [first ?? (offers ? 'whether' : 'any')]
}

/** Which slots may be two ways of asking for the same: 多少 asks for any figure. */
const near: Readonly<Record<string, readonly string[]>> = {
  amount: [...figures, 'threshold', 'which'],
  until: ['when'],
  start: ['when'],
  threshold: ['count', 'money', 'percent', 'size', 'which', 'must', 'whether'],
  which: ['content', 'number', 'name', 'who'],
  where: ['who', 'how'],
  how: ['who'],
  contact: ['who', 'where', 'how'],
  count: ['size'],
}

/** How what two questions wait for stands to each other; `open` where one alone waits for yes or no. */
export type SlotRelation = 'same' | 'near' | 'yesNo' | 'open' | 'other'

export function slotRelation(one: readonly string[], other: readonly string[]): SlotRelation {
  if (one.some((name) => other.includes(name))) return 'same'
  if ([one, other].some((slots) => slots.includes('any'))) return 'near'
  if (one.some((a) => other.some((b) => isNear(a, b) || isNear(b, a)))) return 'near'
  const waits = [one, other].filter((slots) => slots.every((name) => yesOrNo.includes(name))).length
  return (['other', 'open', 'yesNo'] as const)[waits]!
}

/** Slots that ask in so many ways that one answer may serve other slots too. */
const broad = new Set([...yesOrNo, 'how', 'threshold', 'amount', 'any'])

/** Whether one answer may serve both: who asks where is not told which. */
export const mayBeTold = (one: readonly string[], other: readonly string[]): boolean =>
  slotRelation(one, other) !== 'other' || [...one, ...other].some((name) => broad.has(name))

const isNear = (one: string, other: string): boolean => near[one]?.includes(other) ?? false
