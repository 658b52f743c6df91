import { datesIn } from '../../knowledge/statements/facts.ts'
import { type Facts, type Stretch, partsOutside } from './chunks.ts'
import { type Need, allOf, anyOf, claim } from './need.ts'
import { readChoice } from './read-choice.ts'
import { datedEvent, foundedWithin } from './read-period.ts'
import { endsWithApplicant, endsWithPerson, startsClaim, withoutSubject } from './words.ts'

/** What a chunk takes from those before it in its segment. */
export type Open = {
  measured?: string
  subject: string
  metric: string
  /** What kind of figure the metric was said with; absent where a label named it. */
  kind?: string
  caseMetric?: string
  caseMeasured?: string
  whole?: string
}

const strong = /^(?:通过|获得|获评|入选|列入|具有|具备|拥有|属于|取得|承担|被|未|没有|无|建有|参与|主持|持有|从事)/u

/** Words without a figure: a level, a day, or what holds or does not. */
export function readWords(facts: Facts, side: Stretch, open: Open): Need {
  const dates = datesIn(facts, side)
  const dated = dates
    .map((date) => foundedWithin(side.text, date) ?? datedEvent(side.text, date, side.start))
    .find((one) => one)
  const { subject, rest } = withoutSubject(side.text)
  const isClaimToo = /^在[^，]{2,}(?:注册|登记|设立)/u.test(rest) && dated?.limits.withinLast
  if (dated && !isClaimToo) return dated
  if (subject !== '') open.subject = subject
  const parts = partsOutside(rest, /或者|或(?!许)|、|并且|且|并/uy)
  const either = partsOutside(rest, /或者|或(?!许)/uy)
  if (either.length > 1 && either.length === parts.length) {
    const choices = either.map((part) => readChoice(part))
    const whose = subject || open.subject
    if (choices.every((one) => one !== undefined))
      return anyOf(choices.map((one) => (whose === '' ? one : { ...one, subject: whose })))!
    if (either.slice(1).every((part) => strong.test(part)) && startsClaim.test(either[0]!))
      return anyOf(either.map((part) => claimOf(part, subject, open)))!
  }
  const choice = readChoice(rest)
  const whose = subject || open.subject
  if (choice) return whose === '' ? choice : { ...choice, subject: whose }
  const listed = partsOutside(rest, /、|并且|且|并/uy)
  const isList =
    listed.length > 1 && listed.every((part) => /^(?:依法|在|具有|具备|无|未|没有|拥有|建有|合法)/u.test(part))
  return allOf((isList ? listed : [rest]).map((part) => claimOf(part, subject, open)))!
}

function claimOf(text: string, subject: string, open: Open): Need {
  const { measured } = open
  const isTimed = measured !== undefined && !/^截[至止]/u.test(measured) && !text.startsWith(measured)
  const isNoun =
    subject === '' &&
    !startsClaim.test(text) &&
    endsWithApplicant.test(text) &&
    !/的|\d[人家]$|担任|兼任|作为/u.test(text)
  const whose = subject || (endsWithPerson.test(open.subject) && startsClaim.test(text) ? open.subject : '')
  return claim(`${isNoun ? '为' : ''}${isTimed ? `${measured}` : ''}${whose}${text}`.replace(/[的；。，]+$/u, ''))
}
