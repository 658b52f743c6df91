import type { DocumentEdit } from '../../services/drafting/edit-document.ts'
import type { Criterion, ProgrammeDocument } from '../../services/eligibility/document.ts'
import { examplesOf } from '../../services/eligibility/examples.ts'
import { conditionOn } from '../../services/eligibility/hold-on.ts'
import { requirement } from '../../services/eligibility/requirement.ts'
import { comparisonsOf } from '../../services/eligibility/rule.ts'
import { unnamedFigures } from '../../services/eligibility/unnamed-figures.ts'

/** What a rule would ask for, with the cases on both sides by the very rule. */
export type EditPreview = {
  required: string
  prompts: { prompt: string; examples: { answer: string; status: string }[] }[]
  /** Limits that the words it rests on don't name. */
  unnamed: number[]
}

type Rule = Pick<Criterion, 'id' | 'quote' | 'condition' | 'notice'>
const rulesOf = ({ criteria, preferences }: ProgrammeDocument): readonly Rule[] => [...criteria, ...preferences]

/** The rule that a change is of; undefined where it is of none. */
function ruleOf(before: ProgrammeDocument, after: ProgrammeDocument, edit: DocumentEdit): Rule | undefined {
  if ('criterion' in edit) return rulesOf(after).find(({ id }) => id === edit.criterion)
  return rulesOf(after).find(({ id }) => !rulesOf(before).some((one) => one.id === id))
}

/** What a change of a rule would make of it; undefined where the change is of no rule. */
export function previewEdit(
  before: ProgrammeDocument,
  after: ProgrammeDocument,
  edit: DocumentEdit,
  asOf: string,
): EditPreview | undefined {
  const rule = ruleOf(before, after, edit)
  if (!rule) return undefined
  const { facts } = after
  const prompts = comparisonsOf(conditionOn(rule.condition, asOf)).map((one) => {
    const fact = facts[one.fact]!
    return { prompt: fact.prompt, examples: examplesOf(one, fact) }
  })
  return { required: requirement(rule.condition, facts), prompts, unnamed: unnamedFigures(rule as Criterion) }
}
