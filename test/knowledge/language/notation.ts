import type { DateMention } from '../../../knowledge/language/date.ts'
import type { Bound, Figure } from '../../../knowledge/language/figure.ts'

const signs: Record<Bound, string> = {
  atLeast: '≥',
  atMost: '≤',
  moreThan: '>',
  lessThan: '<',
  about: '≈',
  exactly: '',
}

/** A figure in short: ≥100件, ≤200000元/单位, 10~20%. */
export function inShort({ bound, value, upTo, unit, per }: Figure): string {
  const range = upTo === undefined ? '' : `~${upTo}`
  return `${signs[bound]}${value}${range}${unit}${per.map((noun) => `/${noun}`).join('')}`
}

const day = ({ year, month, day }: { year?: number; month?: number; day?: number }): string =>
  [year ?? '*', month, day].filter((part) => part !== undefined).join('-')

/** A date in short: before 2025-6-13, within 15工作日 of 收到, by 2025-12-31 (end of year). */
export function dateInShort({ edge, upTo, term, isRecent, everyYear, isEndOf, ofYear, ...from }: DateMention): string {
  const said = term ? `${term.value}${term.unit}${term.anchor ? ` of ${term.anchor}` : ''}` : day(from)
  const relative = ofYear === undefined ? '' : ` of ${ofYear}`
  const until = upTo ? `~${upTo.anchor ?? day(upTo)}` : ''
  const marks = [isRecent && 'recent', everyYear && 'yearly', isEndOf && `end of ${isEndOf}`].filter(Boolean)
  return `${edge} ${said}${relative}${until}${marks.map((mark) => ` (${mark})`).join('')}`
}
