/**
 * How soon a unit can change what a fact says. A judgement of ours, not of any notice; it only sorts the
 * nearest fix and never touches a verdict.
 * `soon`: the unit can do it by itself within weeks. `slow`: it takes months or depends on others.
 * `fixed`: it is what the unit is.
 */
export type Pace = 'soon' | 'slow' | 'fixed'

type FactBase = {
  /** What it is called in a reason, e.g. 有效发明专利. */
  label: string
  /** The question put to people. */
  prompt: string
  /** How to find and write the answer, with an example. */
  help: string
  /** Why it is asked. */
  why: string
  pace: Pace
  /** Why it can change soon, slowly or not at all. */
  paceNote: string
  /** Names for it that people use beside the label, where they say several things at once. */
  spokenAs?: readonly string[]
  /** Where those are of whom it holds: with one of `applicants`, a place says it, and another place denies it. */
  places?: readonly string[]
  /** What those are called of whom it holds, where it says who may apply: by these words people tell their programme. */
  applicants?: readonly string[]
}

/** A claim that holds or does not; the texts say what it takes and what either answer means. */
export type BoolFact = FactBase & { type: 'bool'; need: string; yes: string; no: string }

/** A figure: `int` counts in `unit`, `number` is an amount ≥ 0 in `unit`, `percent` lies in 0…100. */
export type FigureFact = FactBase & { type: 'int' | 'number' | 'percent'; unit: string }

export type ChoiceFact = FactBase & { type: 'choice'; options: readonly { value: string; label: string }[] }

/** Something an applicant can be asked. Declared once under its key and shared by all programmes that name the key. */
export type Fact = BoolFact | FigureFact | ChoiceFact
