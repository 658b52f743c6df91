import { documentTexts as words } from '../../prompts/document-texts.ts'
import { facts } from '../eligibility/facts.ts'
import { titleOf } from '../eligibility/title-of.ts'
import type { Assessed } from './download.ts'

/** An assessment as JSON for other programs: each answer beside its question, and all that the checker said. */
export function writeRecord({ assessment, programme, notice }: Assessed): Buffer {
  const { title, documentNumber, issued } = notice
  const record = {
    note: words.noRuling,
    programme: titleOf(programme),
    notice: { id: notice.id, title, documentNumber, issued },
    questions: programme.factKeys.map((key) => ({
      key,
      prompt: facts[key].prompt,
      answer: assessment.answers[key] ?? null,
    })),
    assessment,
  }
  return Buffer.from(`${JSON.stringify(record, null, 2)}\n`)
}
