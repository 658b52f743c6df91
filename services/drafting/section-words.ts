import lexicon from '../../knowledge/lexicon/drafting.json' with { type: 'json' }
import { refusal } from './words.ts'

/** The kinds of sections that a draft is made of. */
export type SectionKind = keyof typeof lexicon.sections
const sections = (Object.entries(lexicon.sections) as [SectionKind, string[]][]).flatMap(([kind, list], rank) =>
  list.map((word) => ({ kind, word, rank })),
)

/** 不予奖补情形, whatever it is that is not given. */
const refusedCases = /^(?:不予|不得|不再|不能)\p{Script=Han}{2,8}(?:情形|情况|范围|对象)$/u

/** What a heading says of its part, by the longest word of it that is a cue; of several as long, by the last one named. */
export function sectionKindOf(heading: string): SectionKind | undefined {
  if (lexicon.notSections.some((word) => heading.includes(word))) return undefined
  if (refusedCases.test(heading)) return 'refusals'
  const found = sections.filter(({ word }) => heading.includes(word))
  return found.toSorted(
    (a, b) =>
      b.word.length - a.word.length || heading.lastIndexOf(b.word) - heading.lastIndexOf(a.word) || a.rank - b.rank,
  )[0]?.kind
}

/** 申报条件：企业具有…: what the words behind a label on the same line are about. */
export function labelledKind(words: string): { kind: SectionKind; length: number } | undefined {
  const label = /^(?<label>[^：，。；]{2,10})[：:](?=.)/u.exec(words)?.groups?.['label']
  const kind = label === undefined ? undefined : sectionKindOf(label)
  return kind &&
    label !== undefined &&
    !refusal.test(label) &&
    !/以下|下列|之一|至少|符合|满足|(?:电话|人|时间|地址|邮箱|年龄|学历)$/u.test(label)
    ? { kind, length: label.length + 1 }
    : undefined
}
