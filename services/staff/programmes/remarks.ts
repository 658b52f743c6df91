import { createHash } from 'node:crypto'
import type { Database } from '../../../knowledge/database/schema.ts'
import { reviewSheetTexts as words } from '../../../prompts/review-sheet-texts.ts'
import type { Criterion, ProgrammeDocument } from '../../eligibility/document.ts'
import type { DocumentFault } from '../../eligibility/document-shapes.ts'
import { answerInWords } from '../../eligibility/examples.ts'
import { type Answer, comparisonsOf, evaluate, type Status } from '../../eligibility/rule.ts'
import { audit } from '../audit.ts'
import { programmeSubject } from './programme-store.ts'

/** An answer to one question with what the rule must make of it. */
export type Case = { fact: string; answer: Exclude<Answer, null>; status: Status }

/** What somebody says of a rule; `isRight` is null where they only note something. */
export type Remark = {
  criterion: string
  isRight: boolean | null
  remark: string
  /** The rule they saw, see `ruleHash`. */
  rule: string
  cases: Case[]
  who: string
}
export type StoredRemark = Remark & { at: Date }

/** Tells one state of a rule from another. */
export const ruleHash = ({ quote, condition }: Pick<Criterion, 'quote' | 'condition'>): string =>
  createHash('sha256')
    .update(JSON.stringify([quote, condition]))
    .digest('hex')
    .slice(0, 12)

export async function addRemarks(
  db: Database,
  who: string,
  programme: string,
  remarks: readonly Remark[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { criterion, isRight, remark, rule, cases, who: name } of remarks)
      await trx
        .insertInto('programme_remark')
        .values({ programme, criterion, is_right: isRight, remark, rule, cases: JSON.stringify(cases), who: name })
        .execute()
    await audit(trx, { who, action: 'programme-remarked', subject: programmeSubject(programme), after: remarks })
  })
}

/** What was said last of each rule of a programme, by the rule's id. */
export async function readRemarks(db: Database, programme: string): Promise<Map<string, StoredRemark>> {
  const rows = await db
    .selectFrom('programme_remark')
    .selectAll()
    .where('programme', '=', programme)
    .orderBy('id')
    .execute()
  return new Map(
    rows.map(({ criterion, is_right, cases, remark, rule, who, at }) => [
      criterion,
      { criterion, isRight: is_right, remark, rule, cases: cases as Case[], who, at },
    ]),
  )
}

/** How many rules of each programme were marked wrong and have not been changed since. */
export async function countWrong(db: Database, documents: readonly ProgrammeDocument[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const document of documents) {
    const remarks = await readRemarks(db, document.id)
    counts.set(document.id, document.criteria.filter((one) => isWrong(one, remarks.get(one.id))).length)
  }
  return counts
}

const isWrong = (criterion: Criterion, remark: StoredRemark | undefined): boolean =>
  remark?.isRight === false && remark.rule === ruleHash(criterion)

/** What of the remarks keeps a document from being put in use: a rule marked wrong as it is, and a confirmed case that doesn't hold. */
export function remarkFaults(document: ProgrammeDocument, remarks: ReadonlyMap<string, StoredRemark>): DocumentFault[] {
  return document.criteria.flatMap((criterion, at) => {
    const said = remarks.get(criterion.id)
    if (!said) return []
    const path = `criteria.${at}`
    if (isWrong(criterion, said)) return [{ path, message: words.wrong(criterion.title, said.remark) }]
    const broken = said.isRight === true ? said.cases.flatMap((one) => brokenCase(document, criterion, one) ?? []) : []
    return broken.map((message) => ({ path, message }))
  })
}

/** What is wrong where a confirmed case comes out otherwise; a question that is not asked any more decides nothing. */
function brokenCase({ facts }: ProgrammeDocument, { condition }: Criterion, { fact: key, answer, status }: Case) {
  const comparison = comparisonsOf(condition).find(({ fact }) => fact === key)
  const fact = facts[key]
  if (!comparison || !fact) return undefined
  const now = evaluate(comparison, { [key]: answer })
  const example = words.example(fact.label, answerInWords(fact, answer), words.statuses[status])
  return now === status ? undefined : words.contradicts(example, words.statuses[now])
}
