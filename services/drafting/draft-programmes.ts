import { squeeze } from '../../knowledge/language/clean-text.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { shortened } from '../../knowledge/language/characters.ts'
import type { ProgrammeDocument } from '../eligibility/document.ts'
import { draftCommitments } from './draft-commitments.ts'
import { type DraftedCriterion, draftCriteria, readEntries } from './draft-criteria.ts'
import { draftPreferences } from './draft-preferences.ts'
import { draftPreparation } from './draft-preparation.ts'
import { draftSupport } from './draft-support.ts'
import { draftWindow } from './draft-window.ts'
import { type Facts, openFactBook } from './fact-book.ts'
import { type Need, plainNeedsOf } from './need.ts'
import { type Mention, mentionsOf } from './mentions.ts'
import { outlineOf } from './sections.ts'

/** Where a criterion of a draft was read, besides its quote. */
export type DraftSource = { criterion: string; clause: string; span: [number, number]; from: readonly string[] }

/** Titles of what gives something to those who meet its conditions, though it calls nobody to apply now. */
const calls =
  /申报|申请|征集|遴选|评选|认定|支持|扶持|资助|奖励|补贴|补助|减缴|入户|若干措施|若干政策|实施办法|专项资金|创新券|贷款|贴息|租赁|积分|优惠/u

/** A self-check that nobody has looked at yet. What could not be settled bears a `review`, and can't be published with it. */
export type ProgrammeDraft = { document: ProgrammeDocument; sources: readonly DraftSource[] }

/**
 * Drafts a self-check for each programme that a notice opens; none where it says nothing of who may apply. Pure and without a
 * model: the same notice gives the same draft.
 *
 * @param known Facts of the programmes in use: what they ask in the same words is asked under their keys.
 */
export function draftProgrammes(notice: Notice, known: Readonly<Facts> = {}): ProgrammeDraft[] {
  const mentions = mentionsOf(notice)
  return mentions.flatMap((mention) => draftProgramme(notice, mention, mentions, known) ?? [])
}

function draftProgramme(
  notice: Notice,
  { id, title, section, name }: Mention,
  mentions: readonly Mention[],
  known: Readonly<Facts>,
): ProgrammeDraft | undefined {
  const others = mentions.flatMap((one) => (one.id !== id && one.name !== undefined ? [one.name] : []))
  const outline = outlineOf(
    notice,
    { section, ...(name !== undefined && { name }) },
    mentions.map((one) => one.section),
    others,
  )
  const book = openFactBook(known)
  const entries = readEntries(outline)
  const isPerson = entries.some(({ need }) => isPersonal(need))
  const drafted = draftCriteria(outline, entries, book, isPerson)
  const isCalled = section !== '' || notice.programmes.length > 0 || calls.test(title)
  if (drafted.length === 0 || !isCalled) return undefined
  const criteria = drafted.map(({ criterion }) => criterion)
  const preferences = draftPreferences(outline, book, isPerson)
  const window = draftWindow(outline)
  const support = draftSupport(outline, book, isPerson)
  const document: ProgrammeDocument = {
    id: slugOf(id),
    title: shortened(squeeze(title).replace(/^20\d\d年度?/u, ''), 80),
    year: notice.year,
    notice: notice.id,
    ...(section !== '' && { section }),
    facts: book.facts,
    window,
    criteria,
    preferences,
    commitments: draftCommitments(outline),
    support,
    preparation: draftPreparation(outline, { criteria, window, title }),
  }
  return { document, sources: drafted.map(sourceOf) }
}

const slugOf = (id: string): string =>
  id
    .replace(/[^a-z0-9-]+/gu, '-')
    .replace(/-+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 80)

const sourceOf = ({ criterion, clause, span, from }: DraftedCriterion): DraftSource => ({
  criterion: criterion.id,
  clause: clause.id,
  span,
  from,
})

/** Whether those who apply are people: their own age, schooling or rank is asked for. */
const isPersonal = (need: Need): boolean =>
  plainNeedsOf(need).some((one) =>
    one.kind === 'figure'
      ? /^年龄/u.test(one.metric)
      : one.kind === 'choice'
        ? one.subject === undefined && /学历|职称|职业技能/u.test(one.ladder)
        : false,
  )
