/** Why a model did not help: nobody is told more than that, and the answer without it takes its place. */
export type FailureKind = 'busy' | 'budget' | 'open-circuit' | 'slow' | 'refused' | 'unreadable'

/** A step that needs a model and got nothing from it. `retryAfterMs` where the endpoint said how long to leave it alone. */
export class ModelFailure extends Error {
  override name = 'ModelFailure'
  readonly kind: FailureKind
  readonly retryAfterMs: number | undefined

  constructor(kind: FailureKind, retryAfterMs?: number) {
    super(kind)
    this.kind = kind
    this.retryAfterMs = retryAfterMs
  }
}
