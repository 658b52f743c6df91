import type { Catalogue, Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Reading } from './reading.ts'
import { isOfOther } from './scope-features.ts'

const mostHits = 60
const mostPointed = 150
/** Hits whose neighbours may answer too: the point after the one found, the rule above an exception. */
const hitsWithNeighbours = 10

/** The clauses that may answer: what the index found, what stands around the first of it, and what the notices named or spoken of hold on the matter. */
export function entriesFor(reading: Reading): Set<Entry> {
  const { asked, catalogue, hits } = reading
  const found = entriesAt(catalogue, [...hits.keys()].slice(0, mostHits))
  const around = found.slice(0, hitsWithNeighbours).flatMap((entry) => neighboursOf(entry))
  return new Set(
    [...found, ...pointedEntries(reading), ...around, ...spokenOf(reading), ...recalledBy(reading)].filter(
      (entry) => entry.clause.kind !== 'furniture' && (asked.isCompared || !isOfOther(reading, entry)),
    ),
  )
}

const entriesAt = (catalogue: Catalogue, keys: readonly string[]): Entry[] =>
  keys.flatMap((key) => {
    const at = key.indexOf('#')
    return catalogue.find(key.slice(0, at), key.slice(at + 1)) ?? []
  })

/** Likeness from which the clause that answers a known question may answer this one, whatever words it has. */
const leastLike = 0.3

const mostRecalled = 30

const recalledBy = ({ catalogue, recalled: { ofClause } }: Reading): Entry[] =>
  entriesAt(
    catalogue,
    [...ofClause]
      .filter(([, likeness]) => likeness >= leastLike)
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, mostRecalled)
      .map(([key]) => key),
  )

/** The clause above one, those below it, and the two beside it. */
function neighboursOf(entry: Entry): Entry[] {
  const siblings = entry.parent?.children ?? []
  const at = siblings.indexOf(entry)
  return [entry.parent, ...entry.children, siblings[at - 1], siblings[at + 1]].filter((one) => one !== undefined)
}

/** Clauses of the notices that the question names which speak to something it asks. */
function pointedEntries({ catalogue, asked, words }: Reading): Entry[] {
  const pointed = new Set(asked.notices)
  if (pointed.size === 0) return []
  const telling = words.filter(({ weight }) => weight > 1).flatMap((term) => term.words.slice(0, 4))
  return catalogue.entries
    .filter(
      (entry) =>
        pointed.has(entry.notice) &&
        ([...asked.aspects].some((aspect) => entry.aspects.has(aspect)) ||
          telling.some((word) => word.length > 1 && entry.own.includes(word))),
    )
    .slice(0, mostPointed)
}

/** How far a question is about its aspect alone from which all of the notice that it leads to is looked at. */
const fewEnough = 0.5

/** All that the notice spoken of says, or the one that a question of a few words leads to: it may mean any of it. */
function spokenOf({ catalogue, asked: { leansOn, presumed }, few }: Reading): Entry[] {
  const id = leansOn?.notice ?? (few >= fewEnough ? presumed : undefined)
  return id === undefined ? [] : catalogue.entries.filter(({ notice }) => notice.id === id).slice(0, 2 * mostPointed)
}
