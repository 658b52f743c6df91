import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { isSingle } from '../../../knowledge/language/characters.ts'
import type { ResolvedProgramme } from '../../eligibility/resolve-programmes.ts'
import type { Inquiry } from '../answer.ts'
import { leastProbability } from '../retrieve/gate.ts'
import { newestOpening } from '../understand/scopes.ts'
import { type Finding, type Judgement, type Lead, quotedEntries, type Step } from './finding.ts'
import { countsFigure, judgedFigures } from './judged.ts'
import { quotedFrom } from './source.ts'

/** Probability from which a message with a figure of the person's own is taken to ask about the notices at all. */
const least = 0.08
/** A measure word for anything: a figure with it is only held against a clause that names what is counted. */
const general = new Set(['', '个'])

/** A clause whose criteria judge the figure given. */
type Judging = { entry: Entry; programme: ResolvedProgramme; judgements: Judgement[] }

/**
 * Yes or no to a figure of the person's own by the criterion that it is meant for: of the programme spoken of, else of the
 * newest, else of another for the same applicants. 我们医院有80件专利能报吗. Passes where the best clause holds words of the
 * question that the criterion's doesn't: 专职人员两个够不够 is not asked of the number of cases.
 */
export const findJudged: Step = (inquiry): Finding | undefined => {
  const { question, reading, probability } = inquiry
  if (reading.figures.length === 0 || probability < least) return undefined
  const spokenOf = programmesSpokenOf(inquiry)
  const byNotice = [
    ...Map.groupBy(
      spokenOf.toSorted((a, b) => b.year - a.year),
      ({ notice }) => notice,
    ).values(),
  ]
  const own = firstOf(byNotice.map((programmes) => judgingIn(inquiry, programmes)))
  const others = own.length > 0 || spokenOf.some((one) => countsFigure(inquiry, one)) ? [] : programmesBeside(inquiry)
  const found = own.length > 0 ? own : firstOf(others.map((one) => judgingIn(inquiry, [one])))
  const meant = closest(inquiry, found)
  if (!meant) return undefined
  const { entry, programme, judgements } = meant
  const shown = [quotedFrom(inquiry, entry)]
  const mention = own.length > 0 ? undefined : entry.notice.programmes.find(({ id }) => id === programme.id)
  return {
    kind: 'clauses',
    aspects: [...question.aspects],
    status: 'answered',
    lead: leadOf(judgements, mention && { notice: entry.notice, programme: mention }),
    shown,
    rests: quotedEntries(shown),
    scope: { notice: entry.notice.id, programme: entry.programme?.id ?? programme.id },
  }
}

const leadOf = (judgements: Judgement[], of: Extract<Lead, { by: 'judgement' }>['of']): Lead =>
  judgements.length === 1
    ? { by: 'judgement', ...judgements[0]!, ...(of && { of }) }
    : { by: 'judgements', each: judgements }

const firstOf = <One>(lists: One[][]): One[] => lists.find((list) => list.length > 0) ?? []

/** The programmes that a message is about: those named or leant on; of the newest notice that opens any where it names none. */
function programmesSpokenOf({ question, programmes, catalogue }: Inquiry): ResolvedProgramme[] {
  const { leansOn, named, programmes: spoken, years } = question
  if (spoken.size > 0) return programmes.filter(({ id }) => spoken.has(id))
  if (leansOn?.programme !== undefined) return programmes.filter(({ id }) => id === leansOn.programme)
  const here = programmes.filter(({ notice }) => notice === leansOn?.notice)
  if (here.length > 0) return here
  const opening = named.filter((notice) => notice.programmes.length > 0)
  if (opening.length > 0) return programmes.filter(({ notice }) => opening.some(({ id }) => id === notice))
  const newest = newestOpening(catalogue.notices.filter(({ year }) => years.length === 0 || years.includes(year)))
  return programmes.filter(({ notice }) => notice === newest?.id)
}

/** Other programmes for the same applicants, those of the notice spoken of first, then the newest; none where one is named. */
function programmesBeside({ question, programmes }: Inquiry): ResolvedProgramme[] {
  const { leansOn, named, programmes: spoken } = question
  if (leansOn?.programme === undefined || spoken.size > 0) return []
  return programmes
    .filter((one) => one.id !== leansOn.programme && isForThem(one, question.text))
    .filter(({ notice }) => named.length === 0 || named.some(({ id }) => id === notice))
    .sort((a, b) => Number(b.notice === leansOn.notice) - Number(a.notice === leansOn.notice) || b.year - a.year)
}

/** Whether a programme is for those that the words speak of, or the words speak of nobody. */
function isForThem({ facts }: ResolvedProgramme, text: string): boolean {
  const words = Object.values(facts).flatMap((fact) => fact?.applicants ?? [])
  return words.some((word) => text.includes(word)) || !/医院|学校|高校|大学|公司|企业/u.test(text)
}

/** The clauses of programmes whose criteria judge the figure given, and that may be meant by the words beside it. */
function judgingIn(inquiry: Inquiry, programmes: readonly ResolvedProgramme[]): Judging[] {
  return programmes.flatMap((programme) => {
    const entries = programme.criteria.map(({ source }) => inquiry.catalogue.find(source.notice, source.clause))
    return [...new Set(entries)].flatMap((entry): Judging[] => {
      const judgements = entry ? judgedFigures(inquiry, entry) : []
      return entry && judgements.length > 0 && mayBeMeant(inquiry, entry, judgements)
        ? [{ entry, programme, judgements }]
        : []
    })
  })
}

function mayBeMeant({ ranked, reading, probability }: Inquiry, entry: Entry, judgements: Judgement[]): boolean {
  const own = tellingHeld(reading, entry)
  const best = probability < leastProbability ? undefined : ranked[0]?.entry
  const isOfOther =
    best !== undefined && best.clause.kind !== 'row' && tellingHeld(reading, best).some((word) => !own.includes(word))
  const isGeneral = judgements.every(({ facts, comparison }) => {
    const fact = facts[comparison.fact]
    return fact !== undefined && 'unit' in fact && general.has(fact.unit)
  })
  return !isOfOther && (own.length > 0 || !isGeneral)
}

/** The words of a question, but for its figures and the names of notices, that a clause holds itself. */
const tellingHeld = ({ words, heldIn }: Inquiry['reading'], entry: Entry): string[] => {
  const { own } = heldIn(entry)
  return words
    .filter(({ names, words: [word = ''] }, at) => !names && own[at]! > 0 && !isSingle(word) && !/\d/u.test(word))
    .map(({ words: [word = ''] }) => word)
}

/** Of several clauses the one that holds most of the question's words; of equal ones the likelier. */
function closest({ ranked, reading }: Inquiry, judging: Judging[]): Judging | undefined {
  const place = (entry: Entry): number => {
    const at = ranked.findIndex((one) => one.entry === entry)
    return at < 0 ? ranked.length : at
  }
  return judging.toSorted(
    (a, b) =>
      tellingHeld(reading, b.entry).length - tellingHeld(reading, a.entry).length || place(a.entry) - place(b.entry),
  )[0]
}
