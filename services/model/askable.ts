import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { partHeadings } from '../../knowledge/finding/part-headings.ts'
import { keptFor } from '../../knowledge/kept.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { knownQuestionTexts, nextQuestionTexts } from '../../prompts/known-questions.ts'
import { labelOf } from '../answering/compose/topic.ts'
import type { Language } from '../answering/compose/told.ts'
import { figureLabels, type KnownTo } from './known-questions.ts'

/** What a question may be about: a programme, or a notice that opens none. */
export type Subject = { notice: Notice; name: Record<Language, string> }

/** What may be asked of it, in our words. `ask` gives undefined where there are none in a language. */
export type Topic = { label: string; ask(name: string, language: Language): string | undefined }

/** Subjects and topics laid before a model at most. */
const mostSubjects = 60
const mostTopics = 80

/** The programmes and other notices that a question may mean, the newest first. */
export const subjectsOf = keptFor(({ notices }: Catalogue): Subject[] =>
  notices
    .toSorted((one, other) => other.year - one.year)
    .flatMap((notice) =>
      (notice.programmes.length > 0 ? notice.programmes : [undefined]).map((programme) => ({
        notice,
        name: { zh: labelOf(notice, programme), en: labelOf(notice, programme, 'en') },
      })),
    )
    .slice(0, mostSubjects),
)

/** What may be asked of any of them: what every programme has, what its conditions count, and the parts of notices. */
export function topicsOf(known: KnownTo): Topic[] {
  const common = Object.values(nextQuestionTexts).map((texts) => ({
    label: texts.zh.label,
    ask: (name: string, language: Language) => texts[language].ask(name),
  }))
  const figures = figureLabels(known).map((label) => ({
    label,
    ask: (name: string, language: Language) =>
      language === 'zh' ? knownQuestionTexts.ofCondition(name, label) : undefined,
  }))
  const headings = new Set(known.catalogue.notices.flatMap(partHeadings).map(({ heading }) => heading))
  const parts = [...headings].map((heading) => ({
    label: heading,
    ask: (name: string, language: Language) =>
      language === 'zh' ? knownQuestionTexts.ofPart(name, heading) : undefined,
  }))
  return [...common, ...figures, ...parts].slice(0, mostTopics)
}
