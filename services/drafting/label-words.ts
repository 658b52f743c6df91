import { type ReadSegment, type Stretch, factsOf } from './chunks.ts'
import { type Need, claim } from './need.ts'
import { readChunk } from './read-chunk.ts'
import { endsWithApplicant } from './words.ts'

/** 园区类：…；机构类：…: who a segment is about, where several are told in one sentence. */
const labelled = /^(?<label>[^：，]{2,12}(?:类|型|申报的?|的|企业|高校|机构|单位|个人))：/u
export const labelOf = ({ text }: ReadSegment): string => labelled.exec(text)?.groups?.['label'] ?? ''

export function withoutLabel(segment: ReadSegment, [first, ...rest]: readonly Stretch[]): ReadSegment {
  const length = labelled.exec(segment.text)?.[0].length ?? 0
  if (!first || length === 0 || first.start !== segment.start)
    return { ...segment, chunks: first ? [first, ...rest] : [] }
  return { ...segment, chunks: [{ ...first, start: first.start + length, text: first.text.slice(length) }, ...rest] }
}

/** 年龄要求：45周岁以下: what the figure is of stands before the colon. */
export const labelMetric = (label: string): string =>
  label.replace(/(?:要求|条件|限制|标准)$/u, '').replace(/^[（(][^）)]*[）)]|^\d+[.、]/u, '')

/** 企业申报的：… holds for whoever the label names. */
export function inCase(label: string, need: Need): Need {
  if (/(?:类|型)$/u.test(label))
    return { when: claim(`${/^[A-Za-z甲乙丙丁]类$/u.test(label) ? '申报' : '属于'}${label}`), then: need }
  if (label.length <= 6 && endsWithApplicant.test(label)) return { when: claim(`为${label}`), then: need }
  const led =
    /^(?<told>[^，]{2,40})的，(?:企业|单位|申报单位|申请人)?(?:还|也|均)*(?:应当?|须|需|必须)?(?:满足|符合|具备)$/u.exec(
      label,
    )?.groups?.['told']
  if (led !== undefined) return { when: claim(led), then: need }
  if (!/(?:的|申报)$/u.test(label)) return need
  const facts = factsOf(label.replace(/的$/u, ''))
  return {
    when: readChunk(facts, { start: 0, end: facts.text.length, text: facts.text }, { subject: '', metric: '' }),
    then: need,
  }
}
