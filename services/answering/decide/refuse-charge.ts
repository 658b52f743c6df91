import { askingWords } from '../../../knowledge/finding/aspects.ts'
import type { Inquiry } from '../answer.ts'
import { everydayIn } from '../understand/everyday.ts'
import type { RefusalFinding } from './finding.ts'
import { refuse } from './refuse.ts'

/** A charge whose amount is asked for by its name: 评审费多少, 要交多少保证金. */
const namesCharge = [
  /(?<name>\p{Script=Han}{1,4}?(?:费|保证金|押金))(?:用|标准)?(?:是|要|收|交|得)*(?:多少|几|怎么收|怎么算)/u,
  /(?:多少|几)(?:钱|元|块)?(?:的)?(?<name>\p{Script=Han}{1,4}?(?:费|保证金|押金))(?:用)?(?:[?？吗呢呀啊。]|$)/u,
]
/** What may stand before the name and is none of it. */
const lead = /^(?:请问|那么?|这个|需要|要|收|交|的|项目|申报)+(?=.{2})/u

/** A name without what it is charged for, where the notices speak of that: 评审费 of 工坊评审费. */
function withoutThing({ noticesWith }: Inquiry['catalogue'], name: string): string {
  const signs = [...name]
  const isThing = noticesWith([signs.slice(0, thingLength).join('')]).size > 0
  return isThing && signs.length - thingLength >= leastName ? signs.slice(thingLength).join('') : name
}
const thingLength = 2
const leastName = 3

/**
 * Says that no notice speaks of a charge which is asked for by its name, with the clause that comes nearest: what it costs
 * is not told from a clause on the thing alone.
 */
export function refuseCharge(inquiry: Inquiry): RefusalFinding | undefined {
  const { question, catalogue, reading, ranked } = inquiry
  const found = namesCharge.map((pattern) => pattern.exec(question.content)?.groups?.['name']).find(Boolean)
  const name = found && withoutThing(catalogue, found.replace(lead, ''))
  if (name === undefined || question.english) return undefined
  const isKnown =
    catalogue.noticesWith([name]).size > 0 ||
    askingWords.some(([word]) => word === name) ||
    everydayIn(name, catalogue).some(({ official }) => catalogue.noticesWith(official).size > 0)
  if (isKnown) return undefined
  const meant = question.notices[0]?.id ?? question.presumed
  const near = meant === undefined ? ranked : ranked.filter(({ entry }) => entry.notice.id === meant)
  const refusal = refuse({ ...inquiry, reading, ranked: near })
  return { ...refusal, reason: { by: 'detail', on: name, notice: question.notices[0] } }
}
