import type { Tick } from '../../../services/colleagues/evidence.ts'
import type { Colleague } from '../../../services/colleagues/overview.ts'
import type { Interview } from '../../../services/conversations/interview.ts'
import type { Assessment } from '../../../services/eligibility/assessment.ts'
import type { ResolvedProgramme } from '../../../services/eligibility/resolve-programmes.ts'
import type { PageLanguage } from '../page-language.ts'
import type { Other } from './other-programmes.ts'

/** What the page of the person who holds a check is made of. `origin` is where links lead, such as https://zhixun.example. */
export type TogetherPage = {
  path: string
  origin: string
  code: string
  language: PageLanguage
  programme: ResolvedProgramme
  interview: Interview
  assessment: Assessment
  /** The verdict in one line. */
  verdict: string
  colleagues: readonly Colleague[]
  /** YYYY-MM-DD. */
  today: string
  /** A new id for each form that asks somebody. */
  newId(): string
  /** What the same answers come to for other programmes, the best first. */
  others: readonly Other[]
  /** What is at hand. */
  ticks: readonly Tick[]
  fault?: string | undefined
}
