import { z } from 'zod'
import { staffTexts } from '../../prompts/staff-texts.ts'
import { dateSchema } from '../../services/eligibility/answers.ts'
import { type Faq, type FaqContent, faqKinds, type PinnedClause } from '../../services/faq/faq.ts'
import { pinClause } from '../../services/faq/pinned-clause.ts'
import { mask } from '../../services/privacy/mask.ts'
import type { Known } from '../known.ts'
import { type InputFault, Problem } from '../problem.ts'
import { idSchema, personText } from '../validation.ts'

const words = staffTexts.faqFaults
const stateSchema = z.enum(['draft', 'published'])
const placeSchema = z.strictObject({ notice: idSchema, clause: idSchema })
const scopeSchema = z.strictObject({ notice: idSchema, programme: idSchema.optional() })

const fields = {
  /** Empty where the clauses themselves are the answer. */
  answer: personText(2000, 0),
  wordings: z.array(personText(200)).min(1, '至少写一种问法').max(50),
  clauses: z.array(placeSchema).max(10),
  /** `office` answers in the office's name what no notice says. */
  kind: z.enum(faqKinds),
  authorRole: personText(40, 0),
  expiresOn: dateSchema.nullable(),
  /** What it holds for, where its clauses don't say. */
  scope: scopeSchema.nullable(),
}

export const newFaqSchema = z.strictObject({
  ...fields,
  answer: fields.answer.default(''),
  clauses: fields.clauses.default([]),
  kind: fields.kind.default('reviewed'),
  authorRole: fields.authorRole.default(''),
  expiresOn: fields.expiresOn.default(null),
  scope: fields.scope.default(null),
  state: stateSchema.default('published'),
  /** The question it is written for: its group is settled by it. */
  question: idSchema.optional(),
  /** Says that a text which the bot itself gave has been read word for word. */
  isRead: z.boolean().default(false),
})

/** The version that a save was made from. */
export const versionSchema = z.int().min(1)

export const changedFaqSchema = z.strictObject({
  version: versionSchema,
  ...z.object(fields).partial().shape,
  state: stateSchema.optional(),
})

type FaqInput = {
  answer: string
  wordings: string[]
  clauses: { notice: string; clause: string }[]
  state: FaqContent['state']
  kind?: FaqContent['kind'] | undefined
  authorRole?: string | undefined
  expiresOn?: string | null | undefined
  scope?: FaqContent['scope'] | null | undefined
}

/**
 * What staff have written, with its clauses as they stand now.
 *
 * @param today YYYY-MM-DD.
 * @throws {Problem} 400 for a clause that isn't there, and for what is published without what it needs.
 */
export function faqContentOf({ catalogue, publicKeys }: Known, input: FaqInput, today: string): FaqContent {
  const pinned = input.clauses.map(({ notice, clause }) => pinClause(catalogue, notice, clause))
  const gone = pinned.flatMap((one, at): InputFault[] =>
    one ? [] : [{ path: `clauses.${at}`, message: '没有这个条款' }],
  )
  // A wording may be what a person typed.
  const wordings = input.wordings.map((wording) => mask(wording.trim(), (key) => publicKeys.has(key)))
  const { state, kind = 'reviewed', authorRole = '', expiresOn, scope } = input
  const isOffice = kind === 'office'
  const content: FaqContent = {
    state,
    kind,
    answer: input.answer.trim(),
    wordings: [...new Set(wordings)],
    clauses: pinned.filter((one): one is PinnedClause => one !== undefined),
    ...(scope && { scope }),
    ...(isOffice && authorRole.trim() !== '' && { authorRole: authorRole.trim() }),
    ...(isOffice && expiresOn && { expiresOn }),
  }
  const faults = [...gone, ...scopeFaults(catalogue, scope), ...(gone.length > 0 ? [] : missing(content, today))]
  if (faults.length > 0) throw new Problem(400, undefined, faults)
  return content
}

function scopeFaults({ notices }: Known['catalogue'], scope: FaqInput['scope']): InputFault[] {
  if (!scope) return []
  const notice = notices.find(({ id }) => id === scope.notice)
  if (!notice) return [{ path: 'scope.notice', message: words.noNotice }]
  const isThere = scope.programme === undefined || notice.programmes.some(({ id }) => id === scope.programme)
  return isThere ? [] : [{ path: 'scope.programme', message: words.noProgramme }]
}

/** What an answer that is to be published lacks; drafts may lack anything. */
function missing({ state, kind, answer, clauses, authorRole, expiresOn }: FaqContent, today: string): InputFault[] {
  if (state !== 'published') return []
  if (kind !== 'office') return clauses.length > 0 ? [] : [{ path: 'clauses', message: words.noClause }]
  return [
    ...(answer === '' ? [{ path: 'answer', message: words.noText }] : []),
    ...(authorRole === undefined ? [{ path: 'authorRole', message: words.noRole }] : []),
    ...(expiresOn === undefined ? [{ path: 'expiresOn', message: words.noExpiry }] : []),
    ...(expiresOn !== undefined && expiresOn < today ? [{ path: 'expiresOn', message: words.over }] : []),
  ]
}

export const faqSchema = z.object({
  id: z.int(),
  state: z.string(),
  kind: z.string(),
  answer: z.string(),
  wordings: z.array(z.string()),
  clauses: z.array(z.object({ notice: z.string(), clause: z.string() })),
  scope: scopeSchema.nullable(),
  authorRole: z.string(),
  expiresOn: z.string().nullable(),
  reviewedOn: z.string(),
  reviewer: z.string(),
  returnedBecause: z.string().nullable(),
  updatedAt: z.string(),
  version: z.int(),
})

export const faqJson = (faq: Faq): z.infer<typeof faqSchema> => ({
  id: faq.id,
  state: faq.state,
  kind: faq.kind ?? 'reviewed',
  answer: faq.answer,
  wordings: faq.wordings,
  clauses: faq.clauses.map(({ notice, clause }) => ({ notice, clause })),
  scope: faq.scope ?? null,
  authorRole: faq.authorRole ?? '',
  expiresOn: faq.expiresOn ?? null,
  reviewedOn: faq.reviewedOn,
  reviewer: faq.reviewer,
  returnedBecause: faq.returnedBecause ?? null,
  updatedAt: faq.updatedAt.toISOString(),
  version: faq.version,
})
