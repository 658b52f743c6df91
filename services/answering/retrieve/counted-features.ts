import { keptByText, keptFor } from '../../../knowledge/kept.ts'
import { readFigures } from '../../../knowledge/language/figure.ts'
import type { Passage } from './passages.ts'
import type { Reading } from './reading.ts'

/** Whether a figure of a passage counts what the question wants counted: 有效发明专利达到100件 for 「专利要多少」. */
export const countedNames = ['counted', 'countedFew'] as const

/** Words between a noun and the word that asks how many of it. */
const between =
  /(?:(?:的|之)?(?:数量|数目|个数|件数|总数|数|要求|标准|门槛|下限|起点)|至少|最少|起码|最低|最多|大概|大约|一共|总共|合计|[得需须应该要有是达到满够为弄搞做])+$/u
const asking = /(?:多少|(?<!第)几)(?:个|件|项|名|家|所|条|份|次|人|位|种|类|场|篇|套|张)?/gu
const naming = /的?(?:数量|数目|个数|件数)/gu

type Nouns = { before: string; after: string }

/** What stands before and after the words that ask how many. */
const askedIn = keptByText((text): readonly Nouns[] =>
  [...text.matchAll(asking), ...text.matchAll(naming)].map(({ 0: { length }, index }) => ({
    before: hanBefore(text.slice(0, index).replace(between, '')),
    after: hanAfter(text.slice(index + length)),
  })),
)

const hanBefore = (text: string): string => /\p{Script=Han}{0,8}$/u.exec(text)?.[0] ?? ''
const hanAfter = (text: string): string => /^的?\s*(\p{Script=Han}{0,8})/u.exec(text)?.[1] ?? ''

/** What may stand between a noun and the figure that counts it. */
const ending = /(?:总数|数量|数|均|应|须|需|要|已|共|计|为|达|有|的)+$/u

/** What stands right before and right after each figure of a passage, its bound apart. */
const countedIn = keptFor(({ text }: Passage): readonly Nouns[] =>
  readFigures(text)
    .filter(({ kind }) => kind === 'count' || kind === 'plain')
    .map(({ from, to }) => ({
      before: hanBefore(text.slice(0, from).trimEnd().replace(ending, '')),
      after: hanAfter(text.slice(to)),
    })),
)

/** Whether two say the same noun: its last two characters right before, or its first two right after. */
function isSame(asked: Nouns, stated: Nouns): boolean {
  const nouns = [/..$/u.exec(asked.before)?.[0], /^../u.exec(asked.after)?.[0]].filter((noun) => noun !== undefined)
  return nouns.some((noun) => stated.before.endsWith(noun) || stated.after.startsWith(noun))
}

export function countedFeatures(
  { asked, few }: Reading,
  passage: Passage,
): Record<(typeof countedNames)[number], number> {
  const nouns = askedIn(asked.text)
  const isCounted = nouns.length > 0 && countedIn(passage).some((stated) => nouns.some((one) => isSame(one, stated)))
  return { counted: Number(isCounted), countedFew: isCounted ? few : 0 }
}
