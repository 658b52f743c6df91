import { askingPatterns, askingWords, type Aspect } from '../../knowledge/finding/aspects.ts'
import { fold, type Catalogue, type ProgrammeMention } from '../../knowledge/finding/catalogue.ts'
import type { ValueKind } from '../../knowledge/finding/values.ts'
import fillers from '../../knowledge/lexicon/fillers.json' with { type: 'json' }
import terms from '../../knowledge/lexicon/terms.json' with { type: 'json' }
import synonyms from '../../knowledge/lexicon/synonyms.json' with { type: 'json' }
import { readValueKind } from './read-value-kind.ts'
import { isEnglish, translateEnglish } from './translate-english.ts'
import type { Spelling } from './repair-spelling.ts'

/** A word of the question that an answer should speak to: any of `words`, or the aspect where it stands for one. */
export type Unit = { words: string[]; weight: number; aspect?: Aspect }

/** What a form of words asks for beside a fact. */
export type Wish = 'list' | 'comparison' | 'confirmation' | 'count' | 'definition'

/** A question as understood without a model: what it is about and what kind of answer it waits for. */
export type Question = {
  asked: string
  /** Folded, translated and repaired; what the rest is read from. */
  text: string
  english: boolean
  /** Years that say which notice is meant. */
  years: number[]
  /** All years named, also those that a notice speaks of. */
  spokenYears: number[]
  /** Kinds of annexed document spoken of: 建设方案, 申报书 … */
  documents: string[]
  /** Ids of the notices whose field or name is spoken of. */
  notices: Set<string>
  /** Ids of the programmes that a name in the question can mean. */
  programmes: Set<string>
  aspects: Set<Aspect>
  value: { kind: ValueKind; unit: string }
  wishes: Set<Wish>
  units: Unit[]
  /** Runs of Chinese characters left when all else is taken away: 高价值专利. */
  runs: string[]
  /** The question without the words that only say which notice is meant: what a follow-up carries over. */
  content: string
}

const documentKinds = ['建设方案', '申报书', '承诺书', '总结模板', '工作总结', '名单']
const aspectWeight = 3
/** Weight of a word that names a notice and is also what it is about: 总结验收. */
const nameWeight = 2.5
const unknownWeight = 0.6
/** What words that no clause holds weigh together at most: a long story must not drown the question in it. */
const unknownCap = 8
const phrases = fillers.filter((word) => word.length > 1).sort((a, b) => b.length - a.length)
const fillerPattern = new RegExp(phrases.join('|'), 'gu')
const fillerWords = new Set(fillers)
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const groups = synonyms
  .flatMap((words) => words.map((word): [string, string[]] => [fold(word), words.map(fold)]))
  .sort(([a], [b]) => b.length - a.length)

const wishPatterns: [Wish, RegExp][] = [
  [
    'list',
    /哪些|哪几|有哪|列出|列一下|列举|清单|名单|分别(?:是|有)|都(?:有|是|要)|几(?:条|项|个|点|部分|大块|方面|步|类)|[三四五六七八九十]+(?:项|条|个|点|类|大块|方面|家|部分)|全部|所有|包括|完整|还有什么|多少(?:项|条)|步骤|流程|程序|怎么申报|报个/u,
  ],
  [
    'comparison',
    /相比|比较|对比|区别|不同|不一样|一样|差别|差异|差多少|变化|变了|还是|\bvs\b|比.{0,8}(?:多|少|高|低)|各(?:评|给|是|要|有)|分别|同一个|多了|少了|(?:哪个|哪边|谁)(?:更)?(?:高|低|多|少|早|晚|严|宽松)/u,
  ],
  [
    'confirmation',
    /(?:对吧|对不对|没错吧|是吧|是不是|对吗|是吗|没问题吧|没记错吧|行吧|可以吧|吧|吗|没关系|嘛)[？?。!！]*$|允许|能不能|可不可以|是否|要不要|需不需要|用不用|有没有|算不算|会不会/u,
  ],
  ['definition', /指什么|什么意思|啥意思|指的是|什么叫|简称|指哪|干什么的|是什么样|性质|含义|是个什么|是什么/u],
]

/**
 * Reads a question. Never fails: what can't be read is left to the search as it stands.
 *
 * @param today YYYY-MM-DD, from which 去年 is counted.
 */
export function readQuestion(catalogue: Catalogue, spelling: Spelling, asked: string, today: string): Question {
  const english = isEnglish(asked)
  const plain = datedYears(asked.replace(/\s+/gu, ' ').trim(), Number(today.slice(0, 4)))
  const text = fold(english ? translateEnglish(plain).replace(/ /gu, '，') : spelling.repair(plain.toLowerCase()))
  const scope = readScope(catalogue, text)
  const asks = readAspects(scope.rest)
  const wishes = new Set(
    wishPatterns.filter(([, pattern]) => pattern.test(english ? asked.toLowerCase() : text)).map(([wish]) => wish),
  )
  if (english && /\b(?:compare|difference|both|vs)\b/iu.test(asked)) wishes.add('comparison')
  const value = readValueKind(text, asks.aspects)
  return {
    asked,
    text,
    english,
    years: scope.years,
    spokenYears: scope.spoken,
    documents: documentKinds.filter((kind) => text.includes(kind)),
    notices: scope.notices,
    programmes: scope.programmes,
    aspects: asks.aspects,
    value,
    wishes,
    units: [...asks.units, ...scope.units, ...quotedUnits(asked), ...contentUnits(catalogue, asks.rest)],
    runs: contentRuns(asks.rest),
    content: scope.rest.replace(/·+/gu, ' ').trim(),
  }
}

/** A title in 《》 counts as a word of its own. */
const quotedUnits = (asked: string): Unit[] =>
  [...asked.matchAll(/《([^》]{3,40})》/gu)].map(([, title = '']) => ({ words: [fold(title)], weight: 4 }))

/** 去年 and 前年 as the years they are today. */
const datedYears = (text: string, year: number): string =>
  text.replace(/去年|last year/giu, `${year - 1}年`).replace(/前年/gu, `${year - 2}年`)

const blank = (text: string, word: string): string => text.split(word).join('·')

function readYears(text: string): number[] {
  const full = [...text.matchAll(/(?<!\d)(20\d\d)(?!\d|年?[底末]|年?(?:之|以)?前|年内)/gu)].map(([, year]) =>
    Number(year),
  )
  const short = [...text.matchAll(/(?<!\d)(2\d)年/gu)].map(([, year]) => 2000 + Number(year))
  return [...new Set([...full, ...short])]
}

function readScope(catalogue: Catalogue, text: string) {
  const notices = new Set<string>()
  const programmes = new Set<string>()
  let rest = text
  for (const notice of catalogue.notices) {
    const enclosed = /《(.+)》/u.exec(notice.title)?.[1]
    const names = [notice.documentNumber, notice.title, notice.shortTitle, enclosed, enclosed?.replace(/^上海市/u, '')]
      .filter((name) => name !== undefined)
      .map(fold)
    for (const name of names) {
      if (!rest.includes(name)) continue
      notices.add(notice.id)
      rest = blank(rest, name)
    }
  }
  const spoken = readYears(rest)
  for (const [word, ids] of programmeNames(catalogue)) {
    if (!rest.includes(word)) continue
    for (const id of ids) programmes.add(id)
    rest = blank(rest, word)
  }
  const units: Unit[] = []
  for (const [word, ids] of noticeNames(catalogue)) {
    if (!rest.includes(word)) continue
    for (const id of ids) notices.add(id)
    if (catalogue.notices.some((notice) => ids.includes(notice.id) && notice.rosters.length > 0)) units.push({ words: [word], weight: nameWeight })
    rest = blank(rest, word)
  }
  const named = catalogue.notices.filter(
    ({ id, programmes: own }) =>
      notices.size > 0 ? notices.has(id) : own.some((programme) => programmes.has(programme.id)),
  )
  const years = named.length === 0 ? spoken : spoken.filter((year) => named.some((notice) => notice.year === year))
  return {
    notices,
    programmes,
    years,
    spoken,
    units,
    rest: withoutYears(rest, years),
  }
}

/** Blanks the years that say which notice is meant; a year that a notice speaks of stays a word of the question. */
const withoutYears = (text: string, years: number[]): string =>
  years.reduce(
    (rest, year) => rest.replace(new RegExp(`(?<!\\d)(?:${year}|${year % 100}年)(?:年)?(?:的|度)?(?![内底前度]|以)`, 'gu'), '·'),
    text,
  )

const longestFirst = (names: Map<string, string[]>): [string, string[]][] =>
  [...names].sort(([a], [b]) => b.length - a.length)

function programmeNames(catalogue: Catalogue): [string, string[]][] {
  const names = new Map<string, string[]>()
  const all = catalogue.notices.flatMap((notice): ProgrammeMention[] => notice.programmes)
  for (const programme of all) {
    for (const name of [programme.title, ...programme.names].map(fold)) {
      names.set(name, [...(names.get(name) ?? []), programme.id])
    }
  }
  return longestFirst(names)
}

function noticeNames(catalogue: Catalogue): [string, string[]][] {
  const names = new Map<string, string[]>()
  for (const notice of catalogue.notices) {
    for (const name of notice.names.map(fold)) names.set(name, [...(names.get(name) ?? []), notice.id])
  }
  return longestFirst(names)
}

/** The aspects asked for. Terms that merely contain such a word (任务书, 绩效奖补) stand for themselves. */
function readAspects(text: string): { aspects: Set<Aspect>; units: Unit[]; rest: string } {
  const aspects = new Set<Aspect>()
  const units: Unit[] = []
  const kept = new Map<string, string>()
  let rest = terms.reduce((shielded, term, at) => {
    if (!shielded.includes(fold(term))) return shielded
    const shield = String.fromCharCode(0xe000 + at)
    kept.set(shield, fold(term))
    return shielded.split(fold(term)).join(shield)
  }, text)
  for (const [word, aspect] of askingWords) {
    const asking = fold(word)
    if (!rest.includes(asking)) continue
    if (!aspects.has(aspect))
      units.push({ words: [asking], weight: aspect === 'definition' ? 1 : aspectWeight, aspect })
    else reinforce(units, aspect, asking)
    aspects.add(aspect)
    rest = blank(rest, asking)
  }
  for (const [pattern, aspect] of askingPatterns) {
    const asking = aspects.has(aspect) ? undefined : pattern.exec(text)?.[0]
    if (asking === undefined) continue
    aspects.add(aspect)
    units.push({ words: [asking], weight: aspectWeight, aspect })
  }
  for (const [shield, term] of kept) rest = rest.split(shield).join(term)
  return { aspects, units, rest }
}

/** A second word for an aspect makes it weigh more. */
function reinforce(units: Unit[], aspect: Aspect, word: string): void {
  const unit = units.find((candidate) => candidate.aspect === aspect)
  if (!unit) return
  unit.words.push(word)
  unit.weight += aspectWeight / 3
}

/** The words left as they stand, longest first. */
const contentRuns = (text: string): string[] =>
  [...withoutFillers(text.replace(questionMarks, '·').replace(fillerPattern, '·')).matchAll(/\p{Script=Han}{2,}|[a-z]{2,}\d*/gu)]
    .map(([run]) => run)
    .sort((a, b) => b.length - a.length)

/** What is left of the question: groups of words that mean the same, then pairs of characters. */
function contentUnits(catalogue: Catalogue, text: string): Unit[] {
  const units: Unit[] = []
  let rest = text
  for (const [word, group] of groups) {
    if (word.length < 2 || !rest.includes(word)) continue
    units.push({ words: [word, ...group.filter((other) => other !== word)], weight: weightOf(catalogue, word) })
    rest = blank(rest, word)
  }
  rest = withoutFillers(rest.replace(questionMarks, '·').replace(fillerPattern, '·'))
  for (const [run] of rest.matchAll(/\p{Script=Han}+|[a-z0-9.@%-]+/gu)) {
    if (!/^\p{Script=Han}/u.test(run)) units.push({ words: [run], weight: weightOf(catalogue, run) })
    else if (run.length === 1) units.push({ words: [run], weight: 0.4 * weightOf(catalogue, run) })
    else
      for (let at = 0; at + 1 < run.length; at++)
        units.push({ words: [run.slice(at, at + 2)], weight: weightOf(catalogue, run.slice(at, at + 2)) })
  }
  return capUnknown(catalogue, units)
}

/** Blanks the words of grammar and chat that stand alone; within a word (中央) they stay. */
const withoutFillers = (text: string): string =>
  [...segmenter.segment(text)].map(({ segment }) => (fillerWords.has(segment) ? '·' : segment)).join('')

/** Whether some clause holds a word of the unit, or it stands for an aspect. */
export const isKnownUnit = (catalogue: Catalogue, unit: Unit): boolean =>
  unit.aspect !== undefined || unit.words.some((word) => catalogue.rarity(word) < noneRarity(catalogue))

function capUnknown(catalogue: Catalogue, units: Unit[]): Unit[] {
  const isUnknown = (unit: Unit): boolean => !isKnownUnit(catalogue, unit)
  const unknown = units.filter(isUnknown).reduce((sum, unit) => sum + unit.weight, 0)
  if (unknown <= unknownCap) return units
  return units.map((unit) => (isUnknown(unit) ? { ...unit, weight: (unit.weight * unknownCap) / unknown } : unit))
}

const noneRarity = (catalogue: Catalogue): number => Math.log(1 + (catalogue.entries.length + 0.5) / 0.5) * 0.98

const questionMarks =
  /哪一家|哪一个|哪一批|哪一所|哪一|一家|多少|什么时候|什么|怎么|如何|怎样|哪些|哪个|哪几|哪里|哪儿|哪家|哪天|哪年|谁|几|吗|呢|吧|么|是否|为什么|为何/gu

/** A word's weight: its rarity in the clauses; a word that no clause holds counts for less than a rare one. */
function weightOf(catalogue: Catalogue, word: string): number {
  const rarity = catalogue.rarity(word)
  return rarity >= noneRarity(catalogue) ? rarity * unknownWeight : rarity
}
