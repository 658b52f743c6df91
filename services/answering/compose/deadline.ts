import { inChinese, inEnglish } from '../../../knowledge/language/write-day.ts'
import { leads } from '../../../prompts/leads.ts'
import { replies } from '../../../prompts/replies.ts'
import type { DeadlineFinding, Window } from '../decide/finding.ts'
import { dayBefore } from './amended.ts'
import { sourceAfter, statement } from './frame.ts'
import type { Language, Told } from './told.ts'

/** The last day: closed or open, the sentence that names it, and what it means today. */
export function tellDeadline({ window, quoted, was }: DeadlineFinding, language: Language): Told {
  const lead = leadOf(window, language)
  const today = [tellWindow(window, language), was && dayBefore(was, language)].filter(Boolean).join('\n')
  const lines =
    language === 'en'
      ? [lead, today, statement(quoted, language)]
      : [lead, quoted.excerpt, today, sourceAfter(quoted, language)]
  return { text: lines.join('\n'), lead }
}

/** Closed since when, or until when and for how many days more. */
function leadOf({ day, left }: Window, language: Language): string {
  if (language === 'en') return left < 0 ? leads.closedEnglish(inEnglish(day)) : leads.openEnglish(inEnglish(day), left)
  return left < 0 ? leads.closed(inChinese(day)) : leads.open(inChinese(day), left)
}

/** What a last day means today: passed since when, or how many days are left. */
export function tellWindow({ day, left, takesApplications }: Window, language: Language): string {
  if (language === 'en') return left < 0 ? replies.closedEnglish(inEnglish(day)) : replies.openEnglish(inEnglish(day))
  if (left >= 0) return replies.open(inChinese(day), left)
  return takesApplications ? replies.closed(inChinese(day)) : replies.closedReview(inChinese(day))
}
