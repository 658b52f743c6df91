import type { Catalogue, Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Inquiry, Memory } from '../answer.ts'
import type { NoNextFinding } from './finding.ts'
import { seriesOf } from './provision.ts'

/** 下一条呢, and nothing else. */
const asksNext =
  /^(?:那么?|再|请|看|说|讲|给我|我想看|[，,\s])*(?:下|后)(?:面)?的?一?[条项点款个](?:呢|是什么|是啥|说什么|讲什么|怎么说|有吗|还有吗|看看|的内容)*[?？。.！!\s]*$/u

/** That nothing comes after what was shown last, where somebody asks for the next point and there is none; with what follows in the notice. */
export function findAfterLast({ catalogue, question, memory }: Inquiry): NoNextFinding | undefined {
  const last = asksNext.test(question.asked) ? lastShown(catalogue, memory) : undefined
  if (!last || hasNext(catalogue, last)) return undefined
  const [next] = partsAfter(catalogue, last)
  return { kind: 'no-next', status: 'small-talk', last, next, rests: [] }
}

/** The last point of a list that was shown whole, else the one clause that was. */
function lastShown(catalogue: Catalogue, { rests = [], list = [] }: Memory): Entry | undefined {
  const isListed = ({ notice, clause }: { notice: string; clause: string }): boolean =>
    list.some((one) => one.notice === notice && one.clause === clause)
  const last = rests.length > 1 && rests.some(isListed) ? list.at(-1) : rests[0]
  return last && catalogue.find(last.notice, last.clause)
}

/** Whether a numbered point follows in the same list, or in the series that the notice numbers through. */
function hasNext(catalogue: Catalogue, last: Entry): boolean {
  const series = seriesOf(catalogue, last.notice)
  const among = series.includes(last) ? series : (last.parent?.children ?? [])
  const isPoint = ({ clause }: Entry): boolean => clause.marker !== undefined
  return [...among.slice(among.indexOf(last) + 1), ...last.children].some(isPoint)
}

/** The headings that follow in the notice, the nearest first. */
function partsAfter({ entries }: Catalogue, last: Entry): Entry[] {
  const above: Entry[] = []
  for (let one = last.parent; one; one = one.parent) above.push(one)
  return above.flatMap((one) => {
    const beside = one.parent?.children ?? entries.filter(({ notice, parent }) => notice === one.notice && !parent)
    return beside.slice(beside.indexOf(one) + 1).filter(({ clause }) => clause.kind === 'heading')
  })
}
