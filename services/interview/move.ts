export type MoveName =
  | 'back'
  | 'undo'
  | 'skip'
  | 'status'
  | 'stay'
  | 'cancel'
  | 'restart'
  | 'confirm'
  | 'edit'
  | 'accept'
  | 'missing'
  | 'prepare'

/** A step in an interview other than an answer. */
export type Move = { name: MoveName; argument: string }
