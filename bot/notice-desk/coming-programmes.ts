import type { TouchedProgramme } from '../../knowledge/importing/impact.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { noticeDeskTexts } from '../../prompts/notice-desk-texts.ts'
import { carryOver } from '../../services/drafting/carry-over.ts'
import { draftProgrammes, type ProgrammeDraft } from '../../services/drafting/draft-programmes.ts'
import { factsOf } from '../../services/eligibility/facts-of.ts'
import type { ProgrammeDocument } from '../../services/eligibility/document.ts'
import type { PublishedProgramme } from '../../services/eligibility/programmes-in-use.ts'
import type { ResolvedProgramme } from '../../services/eligibility/resolve-programmes.ts'

const { impact: words } = noticeDeskTexts

type Given = {
  notices: readonly Notice[]
  shipped: readonly ProgrammeDocument[]
  published: readonly PublishedProgramme[]
  programmes: readonly ResolvedProgramme[]
}

/** What is in use, with the text that its rules quote. */
function documentsIn({ notices, shipped, published }: Given): { document: ProgrammeDocument; original: Notice }[] {
  const written = published.flatMap((one) => ('original' in one && !one.isWithdrawn ? [one] : []))
  const own = shipped.filter(({ id }) => !published.some(({ document }) => document.id === id))
  const originalOf = (document: ProgrammeDocument) => notices.find(({ id }) => id === document.notice)
  return [
    ...written,
    ...own.flatMap((document) => {
      const original = originalOf(document)
      return original ? [{ document, original }] : []
    }),
  ]
}

/** The self-checks that would be drafted from a notice: what becomes of the rules before, or how much is new. */
export function comingProgrammes(given: Given, notice: Notice): TouchedProgramme[] {
  const isKnown = given.notices.some(({ id }) => id === notice.id)
  if (isKnown || ((notice.amends?.length ?? 0) > 0 && notice.replaces.length === 0)) return []
  let drafts: readonly ProgrammeDraft[] = draftProgrammes(notice, factsOf([...given.programmes]))
  const coming: TouchedProgramme[] = []
  for (const { document, original } of documentsIn(given)) {
    if (!notice.replaces.includes(document.notice)) continue
    const carried = carryOver(document, original, notice, drafts)
    if (!carried) continue
    drafts = drafts.filter((one) => one.document.id !== carried.document.id)
    const count = (outcome: string) => carried.rules.filter((one) => one.outcome === outcome).length
    const text = words.successor(document.title, count('kept'), count('changed'), count('added'), count('gone'))
    coming.push({ id: carried.document.id, title: carried.document.title, text })
  }
  const fresh = drafts.map(({ document: { id, title, criteria } }) => ({
    id,
    title,
    text: words.drafted(title, criteria.length),
  }))
  return [...coming, ...fresh]
}
