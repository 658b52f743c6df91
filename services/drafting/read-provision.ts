import { type Facts, type ReadSentence, factsOf, sentencesOf } from './chunks.ts'
import { type Need, allOf, anyOf, negated, plainNeedsOf } from './need.ts'
import { inCase, labelMetric, labelOf, withoutLabel } from './label-words.ts'
import { withVerb } from './lead-verb.ts'
import type { Open } from './read-words.ts'
import { freedFrom } from './read-turns.ts'
import { readSegment } from './read-segment.ts'
import { relaxedBy } from './relax.ts'
import { refusal } from './words.ts'
import { modeOf } from './mode-of.ts'

/** What a sentence asks for, with where it stands in the text. */
export type Provision = { need: Need; start: number; end: number }

/** What a line above says of the entries of its list. */
/** What stands above says; `isListed`: it is an entry of a list without numbers. */
export type Given = { metric: string; subject: string; isListed?: boolean }

/** …，不受占比限制, behind a figure: whoever is meant is asked for that one alone. */
const freeing = /\d[^，的]*[^，的]，(?:且|并)?不(?:受[^，]*(?:限制|约束|限)|作[^，]*要求)[；;。]?$/u
/** 如为柔性引进，不适用本项，但应…: who is asked for something else than what stands before. */
const notHere = /，(?:可以?)?不适用本[目项款条](?:规定|要求)?(?:，|$)/u
const otherwise = /^(?:不符合|不满足|不具备|未达到|达不到|不具有|未满足)[^，]*的$/u
/** 新昌县企业，投入可放宽至不低于300万元 changes what was asked before. */
const apart = /^[^；]*(?:放宽|降低?|提高)[至到][^；]*；?$/u
/** Whether the figure that is widened stands in the sentence itself: 不超过40周岁，女性可放宽至42周岁. */
const isOfItself = (facts: Facts, { start, text }: ReadSentence): boolean => {
  const at = start + text.search(/放宽|降|提高/u)
  return facts.figures.some((figure) => figure.start >= start && figure.end <= at)
}
const orSegment = /^(?:或者|或(?!许))/u
const lastLead = /(?:，|。|；|^)?[^，。；]*[：:]$/u

/**
 * What a text asks of applicants, sentence by sentence.
 *
 * @param readOtherwise Reads a sentence in another way first; `null` leaves it out.
 * @param given What figures without words are of and whose the entries are, as the line above the list says.
 */
export function readProvisions(
  text: string,
  start = 0,
  readOtherwise: (sentence: string, at: number) => Need | null | undefined = () => undefined,
  given: Given = { metric: '', subject: '' },
): Provision[] {
  const facts = factsOf(text)
  const found: Provision[] = []
  for (const [at, sentence] of sentencesOf(facts, start).entries()) {
    const other = readOtherwise(sentence.text, at)
    if (other) found.push({ need: other, start: sentence.start, end: sentence.end })
    if (other !== undefined) continue
    const last = found.at(-1)
    if (apart.test(sentence.text) && (found.length > 0 || !isOfItself(facts, sentence))) {
      found.push({ need: { unread: sentence.text }, start: sentence.start, end: sentence.end })
      continue
    }
    const joined = last && joinsLast(facts, sentence, last)
    if (joined) {
      found[found.length - 1] = { ...joined, start: last.start, end: sentence.end }
      continue
    }
    const isFreed = freeing.test(sentence.text)
    const need = readSentence(facts, sentence, given.metric || lastMetric(last), at === 0 ? given.subject : '')
    if (last && need && 'when' in need && notHere.test(sentence.text))
      found[found.length - 1] = { ...last, need: anyOf([last.need, need.when])! }
    const relaxed = need && last && relaxedBy([last.need], need, isFreed)
    if (isFreed && !relaxed) found.push({ need: { unread: sentence.text }, start: sentence.start, end: sentence.end })
    else if (relaxed) found[found.length - 1] = { need: allOf(relaxed)!, start: last.start, end: sentence.end }
    else if (need) found.push({ need, start: sentence.start, end: sentence.end })
  }
  return found
}

/** 位于山区的，不低于25%, in a sentence of its own, is of what the one before it was. */
function lastMetric(last: Provision | undefined): string {
  const figure = last && plainNeedsOf(last.need).findLast(({ kind }) => kind === 'figure')
  return figure && 'metric' in figure ? figure.metric : ''
}

/** 不符合学历条件的，年薪应当在30万元以上; 具有高级职称的，不受年龄限制: another way to meet what was said before. */
function joinsLast(facts: Facts, sentence: ReadSentence, last: Provision): Provision | undefined {
  const unbound = /^(?<who>.+?)的?(?:\p{Script=Han}{2})?，(?:可以?)?(?:不受|放宽|不作)[^，]*(?:限制|要求|约束)$/u.exec(
    sentence.text,
  )
  if (unbound && !/[《》第]/u.test(sentence.text) && !freeing.test(sentence.text)) {
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

function readSentence(facts: Facts, sentence: ReadSentence, metric = '', subject = ''): Need | undefined {
  const label = sentence.label?.text ?? ''
  const open: Open = { subject, metric: labelMetric(label) || metric }
  const mode = label === '' ? undefined : modeOf(label)
  const needs: Need[] = []
  for (const segment of sentence.segments) {
    const [first] = segment.chunks
    const isOther = first !== undefined && otherwise.test(first.text)
    const isOr = first !== undefined && orSegment.test(first.text)
    const freed = needs.length > 0 ? freedFrom(segment.text, needs.at(-1)!) : undefined
    if (freed) {
      needs.splice(-1, 1, freed)
      continue
    }
    const chunks = isOther ? segment.chunks.slice(1) : segment.chunks
    const read = readSegment(facts, withoutLabel(segment, chunks), open)
    if (!read) continue
    const need = inCase(labelOf(segment), read)
    const before = isOr ? allOf(needs) : needs.at(-1)
    const relaxed = isOr || isOther ? undefined : relaxedBy(needs, need)
    if (relaxed) needs.splice(0, needs.length, ...relaxed)
    else if ((isOr || isOther) && before) {
      if (isOr) needs.length = 0
      else needs.pop()
      needs.push(anyOf([before, need])!)
    } else needs.push(need)
  }
  const named = mode === undefined ? needs : needs.map((need) => withVerb(label, need))
  const whole =
    mode === 'any'
      ? anyOf(named)
      : typeof mode === 'number' && needs.length > mode
        ? { count: mode, of: named }
        : allOf(named)
  return (
    whole && (refusal.test(label) ? negated(mode === 'any' ? whole : (anyOf(needs) ?? whole)) : inCase(label, whole))
  )
}
