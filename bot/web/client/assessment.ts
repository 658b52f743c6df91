export type Source = { notice: string; clause: string; quote: string }
export type Status = 'met' | 'unmet' | 'unknown'
export type Criterion = {
  id: string
  title: string
  status: Status
  required: string
  actual: string
  gap?: string
  note?: string
  source: Source
}
export type Window = { status: 'not-yet-open' | 'open' | 'closed'; opens?: string; closes: string; daysLeft?: number }
export type Preparation = {
  id: string
  kind: 'form' | 'evidence' | 'submission' | 'contact'
  text: string
  source?: Source
}

/** The checker's result as the public interface gives it. */
export type Assessment = {
  programme: string
  asOf: string
  window: Window
  verdict: 'eligible' | 'ineligible' | 'undetermined'
  canApplyNow: boolean
  criteria: Criterion[]
  preferences: { id: string; title: string; status: Status; source: Source }[]
  commitments: { id: string; text: string; target: string; source: Source }[]
  support: { amountWan?: number; places?: number; restrictions: string[]; source: Source }
  preparation: Preparation[]
}
