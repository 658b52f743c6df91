import { isSingle } from '../../../knowledge/language/characters.ts'
import type { Inquiry } from '../answer.ts'
import type { Ranked } from '../retrieve/features.ts'
import { type Scope, subjectUnits, totalWeight } from '../understand/question.ts'
import { segmentsOf } from '../understand/segment.ts'

/** Weight of words up to which a question asks for the money of a programme, and says no more: 多少钱, 给多少经费. */
const littleOwn = 2

/** The one programme that a question is about: named, or the only one of a notice that is, or the one leant on. */
function programmeOf({ question: { named, programmes, leansOn } }: Inquiry): Scope | undefined {
  const [notice, other] = named
  if (other) return undefined
  if (!notice) return leansOn
  const meant = notice.programmes.filter(({ id }) => programmes.size === 0 || programmes.has(id))
  const [only, ...more] = meant
  return only && more.length === 0 ? { notice: notice.id, programme: only.id } : undefined
}

/**
 * What a programme itself gives, where a question asks for money and says no more: another fund that its notice speaks of
 * is given to others. By the programme's rules, else by its own section. Undefined where the best clause may stay.
 */
export function supportFirst(inquiry: Inquiry): Ranked | undefined {
  const { question, ranked, programmes } = inquiry
  const [best] = ranked
  const scope = programmeOf(inquiry)
  const isMoneyAlone = question.aspects.size === 1 && question.aspects.has('money')
  if (!best || scope?.programme === undefined || !isMoneyAlone || best.entry.notice.id !== scope.notice)
    return undefined
  if (totalWeight(subjectUnits(question)) > littleOwn) return undefined
  const rules = programmes.find(({ id }) => id === scope.programme)
  const given = rules?.support.source.clause
  const isOwn = ({ entry }: Ranked): boolean =>
    entry.notice.id === scope.notice &&
    (given === undefined
      ? entry.programme?.id === scope.programme && entry.aspects.has('money')
      : entry.clause.id === given)
  const own = isOwn(best) ? undefined : ranked.find(isOwn)
  const namesOther = segmentsOf(question.text).some(
    (word) => !isSingle(word) && best.entry.own.includes(word) && !own?.entry.own.includes(word),
  )
  return namesOther ? undefined : own
}
