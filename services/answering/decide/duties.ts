import { fold, type Catalogue, type Entry } from '../../../knowledge/finding/catalogue.ts'
import { keptFor } from '../../../knowledge/kept.ts'
import type { Inquiry } from '../answer.ts'
import { bodyOf, sentencesOf } from '../../../knowledge/finding/sentences.ts'
import { leastProbability } from '../retrieve/gate.ts'
import { totalWeight, type Unit } from '../understand/question.ts'
import { scopeOf } from '../understand/scopes.ts'
import type { DutiesFinding, ResponsibleFinding, Step } from './finding.ts'
import { quotedFrom } from './source.ts'

const listed = /[（(]责任单位[：:]([^）)]*)[）)]/u
const asksDuties =
  /几条|多少条|哪些措施|哪几项|哪件事|哪些事|管什么|管哪|负责什么|负责哪|牵扯|参与|涉及|承担哪|有哪些任务|干什么|做什么/u

/** The units responsible for a measure, as its last bracket lists them. */
export const responsibleUnits = keptFor((entry: Entry): readonly string[] =>
  (listed.exec(entry.clause.text)?.[1] ?? '')
    .split(/[、，,]/u)
    .map((unit) => unit.trim())
    .filter(Boolean),
)

/** How people call a unit: with or without 市, by its old or short name. */
function callsOf(unit: string): string[] {
  const plain = unit.replace(/^市/u, '')
  const short = [
    ['发展改革委', '发改委'],
    ['经济信息化委', '经信委'],
    ['卫生健康委', '卫健委'],
    ['人力资源社会保障局', '人社局'],
    ['中国人民银行上海市分行', '人民银行', '人行', '央行'],
    ['金融监管总局上海监管局', '金融监管局', '金融监管总局'],
    ['区政府', '政府'],
  ]
  const others = short.filter(([name]) => name !== undefined && plain === name).flat()
  const district = /^(.{2,4}?)(?:新)?区政府$/u.exec(unit)?.[1]
  return [...new Set([unit, plain, ...others, ...(district ? [`${district}区`, district] : [])])]
    .map(fold)
    .filter((name) => name.length >= 2)
}

/** Weight of words from which a question is about one measure, and the share of them that it must hold. */
const aboutOneWeight = 6
const aboutOneShare = 0.5
/** Weight of words below which 「谁负责」 is about the measure just spoken of. */
const fewWords = 3

/** Answers who is responsible for a measure, and which measures a unit is responsible for. */
export const findDuties: Step = (inquiry) => {
  const { question, catalogue, ranked } = inquiry
  const unit = unitAsked(catalogue, question.text)
  const asksUnit = question.aspects.has('responsible')
  const best = ranked.find(({ entry }) => responsibleUnits(entry).length > 0)
  const rest = wordsBeside(inquiry, unit)
  const content = totalWeight(rest)
  const held = best ? totalWeight(rest.filter(({ words }) => words.some((word) => best.entry.own.includes(word)))) : 0
  const aboutOne = content >= aboutOneWeight && held / content >= aboutOneShare
  const spoken = asksUnit && content < fewWords ? lastMeasure(inquiry) : undefined
  if (spoken) return unitsOf(inquiry, spoken, unit)
  const everywhere = unit !== undefined && question.named.length === 0 && isEverywhere(catalogue, unit)
  if (unit && !everywhere && !aboutOne && (asksUnit || asksDuties.test(question.text))) return duties(inquiry, unit)
  if (!asksUnit || !best || ranked[0] !== best || inquiry.probability < leastProbability) return undefined
  return unitsOf(inquiry, best.entry, unit)
}

/** The words of the question besides the unit it names and those that ask for duties. */
function wordsBeside({ question }: Inquiry, unit: string | undefined): Unit[] {
  const names = unit ? callsOf(unit) : []
  return question.terms.filter(
    (part) =>
      !part.aspect &&
      !part.names &&
      !part.words.some((word) => asksDuties.test(word)) &&
      !part.words.some((word) => names.some((name) => name.includes(word) || word.includes(name))),
  )
}

/** The measure that the last answer rested on, for 「谁负责」 after it. */
const lastMeasure = ({ catalogue, memory, question }: Inquiry): Entry | undefined =>
  question.named.length > 1
    ? undefined
    : (memory.rests ?? [])
        .map(({ notice, clause }) => catalogue.find(notice, clause))
        .find((entry) => entry !== undefined && responsibleUnits(entry).length > 0)

/** Who is responsible for a measure, and whether the unit asked about is among them. */
function unitsOf(inquiry: Inquiry, entry: Entry, unit: string | undefined): ResponsibleFinding {
  const units = responsibleUnits(entry)
  const quoted = quotedFrom(inquiry, entry, 160)
  const excerpt = quoted.excerpt.replace(listed, '').replace(/……$/u, '')
  return {
    kind: 'responsible',
    status: 'answered',
    quoted: { ...quoted, excerpt },
    units,
    asked: unit === undefined ? undefined : { unit, isAmong: units.includes(unit) },
    rests: [entry],
    scope: scopeOf(entry),
  }
}

/** The names of all responsible units, each with the number of measures that its unit answers for. */
const unitNames = keptFor((catalogue: Catalogue) => {
  const counts = new Map<string, number>()
  for (const entry of catalogue.entries)
    for (const unit of responsibleUnits(entry)) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].flatMap(([unit, times]) => callsOf(unit).map((name) => ({ unit, name, times })))
})

/** The unit named in a text, the longest name first; the one that answers for nearly all measures only when no other is. */
function unitAsked(catalogue: Catalogue, text: string): string | undefined {
  return unitNames(catalogue)
    .filter(({ name }) => text.includes(name))
    .sort((a, b) => a.times - b.times || b.name.length - a.name.length)[0]?.unit
}

function duties(inquiry: Inquiry, unit: string): DutiesFinding | undefined {
  const measures = inquiry.catalogue.entries.filter((entry) => responsibleUnits(entry).includes(unit))
  const [first] = measures
  if (!first) return undefined
  const brief = measures.length > 3
  const saidOf = (entry: Entry): string => {
    const text = sentencesOf(bodyOf(entry)).filter((sentence) => !sentence.startsWith('（责任单位'))
    return brief ? (text[0]?.split(/[，。]/u)[0] ?? '') : text.join('').replace(listed, '')
  }
  return {
    kind: 'duties',
    status: 'listed',
    unit,
    notice: first.notice,
    measures: measures.map((entry) => ({ entry, said: saidOf(entry) })),
    rests: measures,
    scope: scopeOf(first),
    list: measures,
  }
}

/** Whether a unit answers for most measures, so that naming it alone does not ask for them. */
function isEverywhere(catalogue: Catalogue, unit: string): boolean {
  const measures = catalogue.entries.map(responsibleUnits).filter((units) => units.length > 0)
  return measures.filter((units) => units.includes(unit)).length > measures.length / 2
}
