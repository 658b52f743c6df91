import type { Inquiry } from '../answer.ts'
import { findAfterLast } from './after-the-last.ts'
import { clarify, withOthers } from './clarify.ts'
import { findClause } from './clause.ts'
import { findComparison } from './comparison.ts'
import { findCounterpart } from './counterpart.ts'
import { findDeadline, withWindow } from './deadline.ts'
import { findDocument } from './document.ts'
import { findDuties } from './duties.ts'
import { withEnd } from './ended.ts'
import type { Finding, Step } from './finding.ts'
import { findMailTitle } from './mail-title.ts'
import { findJudged } from './judged-clause.ts'
import { findList } from './list.ts'
import { findParts } from './parts.ts'
import { findProgramme } from './programme.ts'
import { findProvision } from './provision.ts'
import { refuse, refuseAction, refuseElsewhere, refuseUnknownYear, refuseUnread } from './refuse.ts'
import { refuseCharge } from './refuse-charge.ts'
import { findInRosters } from './roster.ts'
import { findTalk } from './small-talk.ts'

/** The ways of answering without a model, the most particular first; the first that does not pass decides. */
const steps: Step[] = [
  findMailTitle,
  findAfterLast,
  refuseAction,
  refuseElsewhere,
  findDocument,
  findParts,
  findProvision,
  findInRosters,
  refuseUnknownYear,
  refuseUnread,
  refuseCharge,
  findDuties,
  findComparison,
  findDeadline,
  findProgramme,
  findJudged,
  findList,
  findClause,
  findCounterpart,
  findTalk,
  clarify,
]

/** Decides how a question is answered, and from what. */
export function decide(inquiry: Inquiry): Finding {
  for (const step of steps) {
    const finding = step(inquiry)
    if (finding) return withOthers(inquiry, withEnd(inquiry, withWindow(inquiry, finding)))
  }
  return withWindow(inquiry, refuse(inquiry))
}
