import { leads } from '../../../prompts/leads.ts'
import { replies } from '../../../prompts/replies.ts'
import type { Action } from '../../reply.ts'
import type { ProgrammeChoice, RefusalFinding, RefusalReason } from '../decide/finding.ts'
import { nameOf } from './cite.ts'
import type { Language, Told } from './told.ts'
import { labelOf } from './topic.ts'

/** Says honestly that the notices don't say it, and offers what they do say on the same programme. */
export function tellRefusal({ reason, nearest, offered }: RefusalFinding, language: Language): Told {
  const lead = tellReason(reason, language)
  const near = nearest && language === 'zh' ? leads.nearest(nameOf(nearest)) : undefined
  return {
    text: [lead, near].filter(Boolean).join('\n'),
    ...((reason.by === 'nothing' || reason.by === 'aspect') && { lead }),
    ...(reason.by !== 'power' && { actions: offered ? offersOf(offered) : [] }),
  }
}

function tellReason(reason: RefusalReason, language: Language): string {
  if (reason.by === 'year')
    return language === 'en' ? replies.notFoundYearEnglish(reason.year) : replies.notFoundYear(reason.year)
  if (language === 'en') return replies.notFoundEnglish
  if (reason.by === 'power') return replies.noPower
  const aspect = reason.by === 'aspect' ? replies.aspects[reason.aspect] : undefined
  return reason.by === 'aspect' && aspect ? replies.notStated(reason.notice.shortTitle, aspect) : replies.notFound
}

const offersOf = ({ notice, programme }: ProgrammeChoice): Action[] =>
  replies.offered.map((what) => {
    const send = `${labelOf(notice, programme)}的${what}？`
    return { label: send, send }
  })
