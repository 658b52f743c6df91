import { shortened } from '../../knowledge/language/characters.ts'
import { squeeze } from '../../knowledge/language/clean-text.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import type { Condition } from '../eligibility/document-conditions.ts'
import type { Quoted } from '../eligibility/document.ts'
import { alike, type Place } from './carry-places.ts'
import { factsIn } from './merge-facts.ts'
import { refigured, withoutFigures } from './refigure.ts'

/** What became of a rule: it stands as it did, its words are others now, they are gone, or it is new. */
export type CarriedRule = {
  part: 'criteria' | 'preferences' | 'commitments'
  /** Its id in the new document, or in the old one where it is gone. */
  id: string
  outcome: 'kept' | 'changed' | 'gone' | 'added'
  /** How it was named, where it was there before. */
  title?: string
  before?: string
  now?: string
}

export type Rule = Quoted & {
  id: string
  title?: string
  text?: string
  review?: string | undefined
  condition?: Condition
}

/** How rules are found in the old texts and in the new one. */
export type Sides = {
  wherefrom(rule: Quoted): readonly Place[]
  whereto(rule: Quoted): Place | undefined
  /** Whether a rule rests on a notice that amends this one, and has nothing to do with another text of it. */
  restsElsewhere(rule: Quoted): boolean
  /** Whether a rule's own words stand, with nothing else put around them. */
  standsAlone(rule: Quoted): boolean
  /** The places of the new text. */
  places: readonly Place[]
  /** Whether a place of the new text was in an old one, with the same words. */
  wasThere(words: string): boolean
}

/** How alike the words of two provisions must be to be the same one with other figures. */
const leastAlike = 0.5
const mostShown = 200

const holds = (one: Quoted, other: Quoted): boolean => squeeze(one.quote).includes(squeeze(other.quote))
const isTwin = (one: Quoted, other: Quoted): boolean => holds(one, other) || holds(other, one)

/** The same rule where only figures of its clause are others. */
function withFigures<R extends Rule>(rule: R, { wherefrom, places, wasThere }: Sides): R | undefined {
  const blanks = new Set(wherefrom(rule).map(({ words }) => withoutFigures(words)))
  const [place, ...more] = places.filter(({ words }) => blanks.has(withoutFigures(words)) && !wasThere(words))
  if (!place || more.length > 0) return undefined
  const now = refigured(rule, place.clause.quote)
  return (
    now && { ...now, review: texts.review.changed(shortened(rule.quote, mostShown), shortened(now.quote, mostShown)) }
  )
}

/** Whether a rule that rests on an amendment, whose words tell little, asks what another one asks. */
function asksTheSame(one: Rule, other: Rule): boolean {
  const [own, others] = [one, other].map(({ condition }) => new Set(condition ? factsIn(condition) : []))
  return other.notice !== undefined && !own!.isDisjointFrom(others!)
}

/** Each old rule with what has become of it, then what is new, in the order of the new text. */
export function carryRules<R extends Rule>(
  part: CarriedRule['part'],
  before: readonly R[],
  fresh: readonly R[],
  sides: Sides,
): { rules: R[]; carried: CarriedRule[] } {
  const free = new Set(fresh)
  const rules: R[] = []
  const carried: CarriedRule[] = []
  const take = (rule: R) => {
    for (const one of free) if (isTwin(one, rule)) free.delete(one)
  }
  const put = (rule: R, told: Omit<CarriedRule, 'part' | 'id'>, was?: R) => {
    const title = was?.title ?? was?.text
    rules.push(rule)
    carried.push({ part, id: rule.id, ...(title !== undefined && { title }), ...told })
  }
  const open: R[] = []
  for (const rule of before) {
    if (sides.restsElsewhere(rule)) {
      rules.push(rule)
      carried.push({ part, id: rule.id, outcome: 'kept' })
      continue
    }
    const is = sides.whereto({ quote: rule.quote })
    const { section: _section, ...rest } = rule
    if (is && (sides.standsAlone(rule) || sides.wherefrom(rule).some(({ words }) => words === is.words))) {
      const twin = [...free].find((one) => isTwin(one, rule))
      take(rule)
      put(
        { ...(rest as unknown as R), ...(twin?.section !== undefined && { section: twin.section }) },
        { outcome: 'kept' },
      )
      continue
    }
    const now = withFigures(rule, sides)
    if (!now) {
      open.push(rule)
      continue
    }
    take(now)
    put(now, { outcome: 'changed', before: rule.quote, now: now.quote }, rule)
  }
  for (const rule of open) {
    const [best] = [...free]
      .map((one) => ({ one, share: Math.max(alike(one.quote, rule.quote), asksTheSame(one, rule) ? leastAlike : 0) }))
      .toSorted((a, b) => b.share - a.share)
    const is = sides.whereto({ quote: rule.quote })
    if (best && best.share >= leastAlike) {
      const { one } = best
      free.delete(one)
      const review = texts.review.changed(shortened(rule.quote, mostShown), shortened(one.quote, mostShown))
      put({ ...one, id: rule.id, review }, { outcome: 'changed', before: rule.quote, now: one.quote }, rule)
    } else if (is) {
      const now = is.clause.quote
      const was = sides.wherefrom(rule).at(-1)?.clause.quote ?? rule.quote
      const { section: _section, ...rest } = rule
      const review = texts.review.changed(shortened(was, mostShown), shortened(now, mostShown))
      put({ ...(rest as unknown as R), review }, { outcome: 'changed', before: was, now }, rule)
    } else {
      const title = rule.title ?? rule.text
      carried.push({ part, id: rule.id, ...(title !== undefined && { title }), outcome: 'gone', before: rule.quote })
    }
  }
  const taken = new Set(before.map(({ id }) => id))
  for (const one of free) {
    const place = sides.whereto(one)
    if (place && sides.wasThere(place.words)) continue
    let id = one.id
    for (let number = 2; taken.has(id); number++) id = `${one.id}-${number}`
    taken.add(id)
    put({ ...one, id, review: one.review ?? texts.review.added }, { outcome: 'added', now: one.quote })
  }
  const order = (rule: R) => fresh.findIndex((one) => isTwin(one, rule))
  return { rules: rules.toSorted((a, b) => order(a) - order(b)), carried }
}
