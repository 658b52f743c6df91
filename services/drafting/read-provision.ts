import { type Facts, type ReadSentence, factsOf, sentencesOf } from './chunks.ts'
import { type Need, allOf, anyOf, negated } from './need.ts'
import { type Open, readChunk } from './read-chunk.ts'
import { readSegment } from './read-segment.ts'
import { modeOf, refusal } from './words.ts'

/** What a sentence asks for, with where it stands in the text. */
export type Provision = { need: Need; start: number; end: number }

const otherwise = /^(?:不符合|不满足|不具备|未达到|达不到|不具有|未满足)[^，]*的$/u
const orSegment = /^(?:或者|或(?!许))/u
const lastLead = /(?:，|。|；|^)?[^，。；]*[：:]$/u

/**
 * What a text asks of applicants, sentence by sentence.
 *
 * @param readOtherwise Reads a sentence in another way first; `null` leaves it out.
 */
export function readProvisions(
  text: string,
  start = 0,
  readOtherwise: (sentence: string, at: number) => Need | null | undefined = () => undefined,
): Provision[] {
  const facts = factsOf(text)
  const found: Provision[] = []
  for (const [at, sentence] of sentencesOf(facts, start).entries()) {
    const other = readOtherwise(sentence.text, at)
    if (other) found.push({ need: other, start: sentence.start, end: sentence.end })
    if (other !== undefined) continue
    const last = found.at(-1)
    const joined = last && joinsLast(facts, sentence, last)
    if (joined) {
      found[found.length - 1] = { ...joined, start: last.start, end: sentence.end }
      continue
    }
    const need = readSentence(facts, sentence)
    if (need) found.push({ need, start: sentence.start, end: sentence.end })
  }
  return found
}

/** 不符合学历条件的，年薪应当在30万元以上; 具有高级职称的，不受年龄限制: another way to meet what was said before. */
function joinsLast(facts: Facts, sentence: ReadSentence, last: Provision): Provision | undefined {
  const unbound = /^(?<who>.+?)的?(?:\p{Script=Han}{2})?，(?:可以?)?(?:不受|放宽|不作)[^，]*(?:限制|要求|约束)$/u.exec(
    sentence.text,
  )
  if (unbound && !/[《》第]/u.test(sentence.text)) {
    const who = readSentence(factsOf(unbound.groups!['who']!), sentencesOf(factsOf(unbound.groups!['who']!))[0]!)
    return who && { ...last, need: anyOf([last.need, who])! }
  }
  const [first] = sentence.segments[0]?.chunks ?? []
  if (!first || !(otherwise.test(first.text) || orSegment.test(first.text))) return undefined
  const need = readSentence(facts, sentence)
  return need && { ...last, need: anyOf([last.need, need])! }
}

/** The words of a sentence without the lead-in at its end: 且需满足以下条件之一： */
export const withoutLead = (text: string): string => text.replace(lastLead, '')

function readSentence(facts: Facts, sentence: ReadSentence): Need | undefined {
  const label = sentence.label?.text ?? ''
  const open: Open = { subject: '', metric: labelMetric(label) }
  const mode = label === '' ? undefined : modeOf(label)
  const needs: Need[] = []
  for (const segment of sentence.segments) {
    const [first] = segment.chunks
    const isOther = first !== undefined && otherwise.test(first.text)
    const isOr = first !== undefined && orSegment.test(first.text)
    const chunks = isOther ? segment.chunks.slice(1) : segment.chunks
    const need = readSegment(facts, { ...segment, chunks }, open)
    if (!need) continue
    const before = isOr ? allOf(needs) : needs.at(-1)
    if ((isOr || isOther) && before) {
      if (isOr) needs.length = 0
      else needs.pop()
      needs.push(anyOf([before, need])!)
    } else needs.push(need)
  }
  const whole =
    mode === 'any'
      ? anyOf(needs)
      : typeof mode === 'number' && needs.length > mode
        ? { count: mode, of: needs }
        : allOf(needs)
  return (
    whole && (refusal.test(label) ? negated(mode === 'any' ? whole : (anyOf(needs) ?? whole)) : inCase(label, whole))
  )
}

/** 年龄要求：45周岁以下: what the figure is of stands before the colon. */
const labelMetric = (label: string): string =>
  label.replace(/(?:要求|条件|限制|标准)$/u, '').replace(/^[（(][^）)]*[）)]|^\d+[.、]/u, '')

/** 企业申报的：… holds for whoever the label names. */
function inCase(label: string, need: Need): Need {
  if (!/(?:的|申报)$/u.test(label)) return need
  const facts = factsOf(label.replace(/的$/u, ''))
  return {
    when: readChunk(facts, { start: 0, end: facts.text.length, text: facts.text }, { subject: '', metric: '' }),
    then: need,
  }
}
