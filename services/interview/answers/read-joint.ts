import { foldShapes } from '../../../knowledge/language/shapes.ts'
import { type Fact, factAt, type FactKey, type Facts } from '../../eligibility/document-facts.ts'
import { factTexts } from '../../eligibility/fact-texts.ts'
import { readFacts } from './read-facts.ts'

/** What several yes-or-no questions are answered with at once. */
export type JointAnswers = ReadonlyMap<FactKey, boolean>

const holds =
  '(?:满足|符合|达标|达到|具备|没(?:有)?问题|是|有|做(?:完|好)?|办(?:好|完)?|完成|可以|能)(?:了|的|要求|条件)*'
const every = '(?:全部?都?|都|均|全都)'
const others = '(?:其他|其它|其余|别的|剩下|另外)(?:的)?(?:几|\\d|[两二三四五])?(?:[项条个])?'
/** 3项都满足, 全部符合. These say what a question with several parts may be answered with too: 都有. */
const sure = new RegExp(
  `^(?:(?:这|以上|上面|以下)?(?:几|\\d|[两二三四五])[项条个题]|以上|这些|上述)?的?${every}${holds}$|^全部(?:都)?(?:满足|符合|达标|具备)$`,
  'u',
)
const loose = new RegExp(`^(?:我们?|这里)?${every}${holds}$`, 'u')
const meets = /满足|符合|达标|[项条个题]|以上|这些|上述/u
const except = new RegExp(
  `^(?:除了?|除去|除开|就|就是|只有|只差|只是)(?<but>.+?)(?:以外|之外|外)?(?:还)?(?:没有?|未|不)?(?:做|办|弄|完成|满足|符合)?(?:完|好)?[，,]?(?:${others})?${every}${holds}$`,
  'u',
)
const rest = new RegExp(`^(?<said>.+?)[，,；;。]?${others}${every}${holds}$`, 'u')
const english = {
  all: /^(?:yes,? )?(?:(?:we|they) (?:meet|have|did) )?(?:all|every one|each)(?: (?:of (?:them|these)|\d|two|three|four|five))*(?: (?:are|is|were))?(?: (?:met|true|done|fine|yes|satisfied|fulfilled|in place))?$/u,
  except:
    /^(?:everything|all(?: of (?:them|these))?)(?: (?:is|are|was))?(?: (?:met|done|true|fine|in place))? (?:but|except|apart from|other than)(?: for)? (?:the |our )?(?<but>.+?)(?: (?:is|are) (?:met|done|true))?$/u,
}

/** Whether all of several questions are answered with yes; 都有 says so where they were put together. */
function saysAll(plain: string, { prompt }: Fact, isOffered: boolean): boolean {
  const compact = plain.replace(/\s/gu, '')
  if (english.all.test(plain) || (sure.test(compact) && meets.test(compact))) return true
  const hasParts = /和|、|，|并|或/u.test(prompt)
  return isOffered && !hasParts && (sure.test(compact) || loose.test(compact))
}

const plainOf = (text: string): string =>
  foldShapes(text)
    .toLowerCase()
    .trim()
    .replace(/[。.！!～~\s]+$/u, '')

/** The questions that words name, by what these are called. */
function keysIn(words: string, facts: Facts, keys: readonly FactKey[]): FactKey[] {
  const namesOf = (key: FactKey, language: 'zh' | 'en') => factTexts(factAt(facts, key), language)
  const isNamed = (key: FactKey): boolean =>
    (['zh', 'en'] as const)
      .flatMap((language) => [namesOf(key, language).label, ...namesOf(key, language).spokenAs])
      .some((name) => words.includes(name.toLowerCase()) || (words.length > 1 && name.toLowerCase().includes(words)))
  return keys.filter(isNamed)
}

const answered = (keys: readonly FactKey[], unmet: readonly FactKey[]): JointAnswers | undefined =>
  unmet.length > 0 && unmet.length < keys.length ? new Map(keys.map((key) => [key, !unmet.includes(key)])) : undefined

/**
 * Reads an answer to several yes-or-no questions that stand together: 都满足, 除了盘点都做了, 注册没有，其他都有.
 *
 * @param keys The questions, the open one first. To one that asks for several things itself, 都有 is the answer to it alone.
 * @param isOffered Whether they were put together.
 * @returns Undefined where nothing is said of all of them.
 */
export function readJoint(
  text: string,
  facts: Facts,
  keys: readonly FactKey[],
  isOffered: boolean,
): JointAnswers | undefined {
  const [open] = keys
  if (open === undefined || keys.length < 2) return undefined
  const plain = plainOf(text)
  const compact = plain.replace(/\s/gu, '')
  if (saysAll(plain, factAt(facts, open), isOffered)) return new Map(keys.map((key) => [key, true]))
  const but = except.exec(compact)?.groups?.['but'] ?? english.except.exec(plain)?.groups?.['but']
  if (but !== undefined) return answered(keys, keysIn(but, facts, keys))
  const said = rest.exec(compact)?.groups?.['said']
  if (said === undefined) return undefined
  const { said: named } = readFacts(said, { facts, keys, limitsOf: () => [] })
  const unmet = [...named].flatMap(([key, one]) => (one.kind === 'value' && one.value === false ? [key] : []))
  return unmet.length === named.size ? answered(keys, unmet) : undefined
}
