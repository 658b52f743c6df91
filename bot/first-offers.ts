import type { Catalogue } from '../knowledge/finding/catalogue.ts'
import { knownQuestionTexts, nextQuestionTexts } from '../prompts/known-questions.ts'
import { labelOf, shortLabelOf } from '../services/answering/compose/topic.ts'
import { checkProgramme } from '../services/eligibility/check-programme.ts'
import type { ResolvedProgramme } from '../services/eligibility/resolve-programmes.ts'
import type { FirstOffers } from './app-services.ts'

const mostParts = 3
/** What is offered of a programme. */
const asked = ['conditions', 'money', 'materials', 'restriction'] as const

/** Questions for somebody who comes for the first time: on what can be applied for now or was last, else on the newest notice. */
export function firstOffers(
  catalogue: Catalogue,
  programmes: readonly ResolvedProgramme[],
  today: string,
): FirstOffers | undefined {
  const { notices } = catalogue
  const [first] = openFirst(programmes, today)
  const notice = notices.find(({ id }) => id === first?.notice) ?? notices[0]
  if (!notice) return undefined
  const mention = notice.programmes.find(({ id }) => id === first?.id) ?? notice.programmes[0]
  const name = labelOf(notice, mention)
  const ofProgramme = asked.map((key) => ({
    label: nextQuestionTexts[key].zh.label,
    send: nextQuestionTexts[key].zh.ask(name),
  }))
  const parts = notice.clauses
    .filter(({ id, kind }) => kind === 'heading' && /^\d/u.test(id))
    .map(({ text, marker = '' }) => text.replace(marker, '').trim())
    .map((heading) => ({ label: heading, send: knownQuestionTexts.ofPart(notice.shortTitle, heading) }))
  const about = shortLabelOf(catalogue, notice, mention, 'zh')
  return { about, questions: mention ? ofProgramme : parts.slice(0, mostParts) }
}

const rank = { open: 0, 'not-yet-open': 1, closed: 2 }

/** Programmes that can be applied for now, then those that will open, then the newest. */
export function openFirst(programmes: readonly ResolvedProgramme[], today: string): ResolvedProgramme[] {
  const rankOf = (programme: ResolvedProgramme): number => rank[checkProgramme(programme, {}, today).window.status]
  return programmes.toSorted((a, b) => rankOf(a) - rankOf(b) || b.window.closes.localeCompare(a.window.closes))
}
