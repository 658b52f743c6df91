import type { Answer, Memory } from '../services/answering/answer.ts'
import type { Knowledge } from '../services/answering/understand/understand.ts'
import type { ResolvedProgramme } from '../services/eligibility/resolve-programmes.ts'
import type { SuspendedProgramme } from '../services/eligibility/warning.ts'
import type { Model } from '../services/model/open-model.ts'

/** All that the assistant knows at a time: the notices, and the programmes whose rules rest on them. */
export type Known = Knowledge & {
  programmes: readonly ResolvedProgramme[]
  /** Programmes that can't be checked for now, since their notice is gone or says something else. */
  suspended?: readonly SuspendedProgramme[]
  /** Numbers and addresses that the notices themselves print, which nobody needs to hide. */
  publicKeys: Pick<ReadonlySet<string>, 'has'>
  /** The answer that staff have written for a question, or for one that means the same. */
  curated?: (asked: string, memory: Memory, today: string) => Promise<Answer | undefined>
  /** The search without an embedder's vectors, where `search` waits for them: for what nobody has asked. */
  searchByWords?: Known['search']
  /** Picks where the assistant is unsure, where one is configured; it never writes. */
  model?: Model | undefined
}
