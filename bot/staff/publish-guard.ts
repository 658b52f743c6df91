import { staffTexts } from '../../prompts/staff-texts.ts'
import { type Contradiction, contradictionsOf } from '../../services/faq/contradiction.ts'
import type { FaqContent } from '../../services/faq/faq.ts'
import { listFaqs } from '../../services/faq/faq-store.ts'
import { inOrder } from '../in-order.ts'
import { Problem } from '../problem.ts'
import type { StaffDesk } from './staff-desk.ts'

const longestShown = 60

/** One at a time, so that of two that contradict each other and are published at once the second finds the first. */
const oneByOne = inOrder()

/** Where an answer would say something else than one in use. */
export async function contradictions(
  { db, known }: StaffDesk,
  content: FaqContent,
  { today, id }: { today: string; id?: number | undefined },
): Promise<Contradiction[]> {
  const others = (await listFaqs(db, ['published'])).filter((faq) => faq.id !== id)
  return contradictionsOf(known(), content, others, today)
}

/**
 * Saves an answer unless it would contradict one in use.
 *
 * @param of Its id, where it is there already.
 * @throws {Problem} 400 with the answer that says something else.
 */
export function unlessContradicting<Saved>(
  desk: StaffDesk,
  content: FaqContent,
  of: { today: string; id?: number | undefined },
  save: () => Promise<Saved>,
): Promise<Saved> {
  if (content.state !== 'published') return save()
  return oneByOne('faq', async () => {
    const found = await contradictions(desk, content, of)
    if (found.length === 0) return save()
    throw new Problem(
      400,
      undefined,
      found.map(({ wording, other }) => ({ path: 'wordings', message: contradictionWords(wording, other) })),
    )
  })
}

export const contradictionWords = (wording: string, { id, answer }: Contradiction['other']): string =>
  staffTexts.faqFaults.contradicts(wording, id, [...answer].slice(0, longestShown).join(''))
