import type { Catalogue } from '../knowledge/finding/catalogue.ts'
import { partHeadings } from '../knowledge/finding/part-headings.ts'
import { knownQuestionTexts, nextQuestionTexts } from '../prompts/known-questions.ts'
import type { Language } from '../services/answering/compose/told.ts'
import { labelOf, shortLabelOf } from '../services/answering/compose/topic.ts'
import { orderProgrammes } from '../services/eligibility/order-programmes.ts'
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
  language: Language = 'zh',
): FirstOffers | undefined {
  const { notices } = catalogue
  const first = orderProgrammes(programmes, today)[0]?.programme
  const notice = notices.find(({ id }) => id === first?.notice) ?? notices[0]
  if (!notice) return undefined
  const mention = notice.programmes.find(({ id }) => id === first?.id) ?? notice.programmes[0]
  const name = labelOf(notice, mention, language)
  const ofProgramme = asked.map((key) => ({
    label: nextQuestionTexts[key][language].label,
    send: nextQuestionTexts[key][language].ask(name),
  }))
  const parts = partHeadings(notice).map(({ heading }) => ({
    label: heading,
    send: knownQuestionTexts.ofPart(notice.shortTitle, heading),
  }))
  const about = shortLabelOf(catalogue, notice, mention, language)
  return { about, questions: mention ? ofProgramme : parts.slice(0, mostParts) }
}
