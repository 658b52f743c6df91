import { documentTextsIn } from '../../prompts/document-texts-in.ts'
import { factAt } from '../eligibility/document-facts.ts'
import { factTexts } from '../eligibility/fact-texts.ts'
import { titleIn } from '../eligibility/programme-texts.ts'
import type { Assessed } from './download.ts'

/** An assessment as JSON for other programs: each answer beside its question, and all that the checker said. */
export function writeRecord({ assessment, programme, notice }: Assessed): Buffer {
  const { title, documentNumber, issued } = notice
  const { language } = assessment
  const record = {
    note: documentTextsIn(language).noRuling,
    programme: titleIn(language, programme),
    notice: { id: notice.id, title, documentNumber, issued },
    questions: programme.factKeys.map((key) => ({
      key,
      prompt: factTexts(factAt(programme.facts, key), language).prompt,
      answer: assessment.answers[key] ?? null,
    })),
    assessment,
  }
  return Buffer.from(`${JSON.stringify(record, null, 2)}\n`)
}
