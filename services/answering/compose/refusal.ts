import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { leads } from '../../../prompts/leads.ts'
import { replies } from '../../../prompts/replies.ts'
import type { RefusalFinding, RefusalReason } from '../decide/finding.ts'
import { nameOf } from './cite.ts'
import type { Language, Told } from './told.ts'
import { labelOf } from './topic.ts'

/** Says honestly that the notices don't say it, and what comes nearest. */
export function tellRefusal({ reason, nearest }: RefusalFinding, language: Language): Told {
  const lead = tellReason(reason, language)
  const near = nearest && tellNearest(nearest, language)
  return {
    text: [lead, near].filter(Boolean).join('\n'),
    ...(reason.by !== 'year' && reason.by !== 'power' && { lead }),
  }
}

function tellReason(reason: RefusalReason, language: Language): string {
  if (reason.by === 'year')
    return language === 'en' ? replies.notFoundYearEnglish(reason.year) : replies.notFoundYear(reason.year)
  if (reason.by === 'power') return language === 'en' ? replies.noPowerEnglish : replies.noPower
  if (language === 'en') return englishReason(reason)
  if (reason.by === 'detail')
    return reason.notice ? replies.notStated(reason.notice.shortTitle, reason.on) : replies.nowhereStated(reason.on)
  const aspect = reason.by === 'aspect' ? replies.aspects[reason.aspect] : undefined
  return reason.by === 'aspect' && aspect ? replies.notStated(reason.notice.shortTitle, aspect) : replies.notFound
}

function englishReason(reason: RefusalReason): string {
  const aspect = reason.by === 'aspect' ? replies.aspectsEnglish[reason.aspect] : undefined
  return reason.by === 'aspect' && aspect
    ? replies.notStatedEnglish(labelOf(reason.notice, undefined, 'en'), aspect)
    : replies.notFoundEnglish
}

const tellNearest = (nearest: Entry, language: Language): string =>
  language === 'en' ? leads.nearestEnglish(labelOf(nearest.notice, undefined, 'en')) : leads.nearest(nameOf(nearest))
