import otherPlaces from '../../../knowledge/lexicon/other-places.json' with { type: 'json' }
import { foldWidth } from '../../../knowledge/language/clean-text.ts'
import type { BoolFact } from '../../eligibility/document-facts.ts'
import * as words from './claim-words.ts'

/** What a part of an answer says: `blocked` is something that is neither and must not be passed over, `aside` adds nothing. */
type Part = 'yes' | 'no' | 'pending' | 'blocked' | 'aside'

const contrast = /(?:但是?|不过|可是|然而|只是|就是)/u

/** Asks whether something was done, so that 做完了 answers it. */
const asksWhetherDone = ({ prompt }: BoolFact): boolean => /了吗|过/u.test(prompt)
/** What several things must hold for, one of them doesn't prove; where any one does, its lack doesn't disprove. */
const asksForAny = ({ prompt }: BoolFact): boolean => prompt.includes('或')
const asksForAll = (fact: BoolFact): boolean => !asksForAny(fact) && /和|、|，并/u.test(fact.prompt)

/** The words of a fact, with those of the example that its help answers yes to. */
function wordsOf({ prompt, label, yes, no, help }: BoolFact): string {
  const example = /例：(?<words>[^。；]*?)，答“是”/u.exec(help)?.groups?.words ?? ''
  return `${prompt}${label}${yes}${no}${example}过了的`
}

function isOfFact(text: string, fact: BoolFact): boolean {
  const known = wordsOf(fact)
  return [...text.replace(words.rank, '')].every((sign) => known.includes(sign))
}

/** What is left of a part once numbers and general words of doing are taken away. */
const bare = (text: string): string =>
  text
    .replace(words.counted, '')
    .replace(/(?:19|20)\d\d年?/gu, '')
    .replace(words.doing, '')

const repeated = /^(.{1,6}?)\1+$/u
const trimmed = (text: string): string =>
  text.replace(words.closing, '').replace(words.opening, '').replace(words.closing, '')

function readPart(raw: string, fact: BoolFact): Part {
  if (words.nods.test(raw)) return 'yes'
  const text = trimmed(raw.replace(words.reported, '').replace(repeated, '$1')).replace(repeated, '$1')
  if (text === '') return raw === '' ? 'aside' : words.nods.test(raw.replace(words.closing, '')) ? 'yes' : 'aside'
  if (text === fact.yes || words.yes.test(text)) return 'yes'
  if (text === fact.no || words.no.test(text)) return 'no'
  if (words.stillDoing.test(text)) return isOfFact(bare(text.replace(words.stillDoing, '')), fact) ? 'no' : 'blocked'
  if (words.pending.test(text)) return 'pending'
  const denied = words.denial.exec(text)
  if (denied) return readDenied(text, denied[0], denied.index, fact)
  if (words.wavering.test(text)) return 'blocked'
  return readAffirmed(text, fact)
}

/** A denial is a no where all beside it is of the fact, or of doing in general: 案例还没写, 尚未全部完成. */
function readDenied(text: string, denial: string, at: number, fact: BoolFact): Part {
  const [before, after] = [text.slice(0, at), text.slice(at + denial.length)]
  if (words.wavering.test(`${before}${after}`) || words.denial.test(after)) return 'blocked'
  const isOf = (words: string) => words === '' || isOfFact(words, fact)
  const isBare = bare(before) === '' && bare(after) === ''
  if (asksForAny(fact)) return isBare ? 'no' : 'blocked'
  return isOf(bare(before)) && isOf(bare(after)) ? 'no' : 'blocked'
}

function readAffirmed(text: string, fact: BoolFact): Part {
  const affirmed = /^(?:是|有|已经|已|具备|具有|能够?|会|都|算)+/u.exec(text)?.[0] ?? ''
  const isHad = /有了?$/u.test(text)
  const rest = bare(text.slice(affirmed.length).replace(/有了?$/u, ''))
  const isDone = words.done.test(text)
  if (rest === '') return affirmed !== '' || (isDone && [...text].length > 1 && asksWhetherDone(fact)) ? 'yes' : 'aside'
  if (!isOfFact(rest, fact)) return 'aside'
  if (asksForAll(fact) && !/都|全|均/u.test(text)) return 'blocked'
  const isNamed = [...rest].length >= 4 ? /是|认定/u.test(fact.prompt) : isPredicate(rest, fact)
  return affirmed !== '' || isHad || isDone || isNamed ? 'yes' : 'aside'
}

/** Whether words are what the question says of the unit: 承担, 愿意. */
const isPredicate = (words: string, { prompt }: BoolFact): boolean =>
  [...words].length >= 2 && ['贵单位', '贵校'].some((subject) => prompt.includes(`${subject}${words}`))

/** Whoever says of whom and where they are says whether the programme is for them: 社区卫生服务中心，在浦东. */
function readPlace({ places = [], applicants = [] }: BoolFact, text: string): boolean | undefined {
  if (places.length === 0 || words.denial.test(text) || words.wavering.test(text)) return undefined
  const isOne = (list: readonly string[]) => list.some((word) => text.includes(word))
  if (!isOne(applicants) || isOne(places) === isOne(otherPlaces)) return undefined
  return isOne(places)
}

/** Reads a yes or no, alone, with the fact's own words, or as people say that something is done: 有, 还没弄, 全部盘完了. */
export function readClaim(fact: BoolFact, typed: string): boolean | undefined {
  const text = foldWidth(typed).toLowerCase().replace(/\s/gu, '')
  const parts = text
    .split(/[，,、；;。.！!…～~]/u)
    .flatMap((clause) => clause.split(contrast))
    .flatMap((clause) => clause.split(/(?<=^有\p{Script=Han}{1,8})(?=没|无)/u))
    .filter((clause) => clause !== '')
    .map((clause) => readPart(clause, fact))
  const said = combine(parts, fact, contrast.test(text))
  return said ?? readPlace(fact, text)
}

/** A no behind a yes takes it back, as 有制度但不完善 does; a yes behind a no contradicts it. */
function combine(parts: readonly Part[], fact: BoolFact, isContrasted: boolean): boolean | undefined {
  const [firstYes, lastNo] = [parts.indexOf('yes'), parts.lastIndexOf('no')]
  if (lastNo >= 0) {
    const isTakenBack = firstYes >= 0 && lastNo > firstYes && !asksForAny(fact)
    return firstYes < 0
      ? parts.includes('blocked') && !asksForAll(fact)
        ? undefined
        : false
      : isTakenBack
        ? false
        : undefined
  }
  if (firstYes < 0 || parts.includes('blocked') || parts.includes('pending')) return undefined
  return isContrasted ? undefined : true
}
