import type { Answer } from '../answer.ts'
import type { Finding } from '../decide/finding.ts'
import { type InUse, withAmendments, withMovedDay } from './amended.ts'
import { askOf, tellClarify } from './clarify.ts'
import { tellClauses } from './clauses.ts'
import { tellComparison } from './comparison.ts'
import { tellDeadline, tellWindow } from './deadline.ts'
import { tellDocument } from './document.ts'
import { tellDuties, tellResponsible } from './duties.ts'
import { withEnded } from './ended.ts'
import { tellList } from './list.ts'
import { tellNoNext } from './no-next.ts'
import { tellNoProvision, tellProvision, tellSeries } from './provision.ts'
import { tellRefusal } from './refusal.ts'
import { tellRoster } from './roster.ts'
import { tellSmallTalk } from './small-talk.ts'
import type { Language, Told } from './told.ts'

/** Puts a finding in words: the only place that knows any. @param inUse Tells what other notices have changed of it. */
export function compose(given: Finding, language: Language, inUse: InUse): Answer {
  const finding = withMovedDay(given, inUse)
  const { closed } = finding
  const after = closed ? [tellWindow(closed, language)] : []
  if (finding.kind !== 'several')
    return withEnded(
      withAmendments(answerOf(finding, tell(finding, language), after, language), language, inUse),
      finding.ended,
      language,
    )
  const parts = finding.findings.map((one) => compose(one, language, inUse))
  const rests = [...new Set([...parts.flatMap((one) => one.rests), ...finding.rests])]
  return answerOf({ ...finding, rests }, tellSeveral(parts), after, language)
}

function answerOf(finding: Finding, told: Told, after: string[], language: Language): Answer {
  const { status, rests, scope, list } = finding
  return {
    status,
    ...told,
    text: [told.text, ...after].join('\n'),
    rests,
    ...(finding.kind === 'refusal' && { nearest: finding.nearest }),
    ...(finding.offers && { offers: finding.offers }),
    ...(finding.others && { actions: [...(told.actions ?? []), ...askOf(finding.others, language)] }),
    ...(finding.kind === 'comparison' && { sides: finding.sides }),
    ...(scope && { scope }),
    ...(list && { list }),
  }
}

function tell(finding: Exclude<Finding, { kind: 'several' }>, language: Language): Told {
  switch (finding.kind) {
    case 'clauses':
      return tellClauses(finding, language)
    case 'deadline':
      return tellDeadline(finding, language)
    case 'list':
      return tellList(finding, language)
    case 'comparison':
      return tellComparison(finding, language)
    case 'document':
      return tellDocument(finding, language)
    case 'provision':
      return tellProvision(finding, language)
    case 'series':
      return tellSeries(finding, language)
    case 'no-provision':
      return tellNoProvision(finding, language)
    case 'responsible':
      return tellResponsible(finding, language)
    case 'duties':
      return tellDuties(finding, language)
    case 'roster':
      return tellRoster(finding, language)
    case 'no-next':
      return tellNoNext(finding)
    case 'refusal':
      return tellRefusal(finding, language)
    case 'clarify':
      return tellClarify(finding, language)
    case 'small-talk':
      return tellSmallTalk(finding, language)
  }
}

/** What was found on each thing asked, one after the other; the first leads, and none is told in other words. */
function tellSeveral(answers: Answer[]): Told {
  const [{ lead, table, actions, copies, downloads }] = answers as [Answer]
  return {
    text: answers.map(({ text }) => text).join('\n'),
    ...(lead !== undefined && { lead }),
    ...(table && { table }),
    ...(actions && { actions }),
    ...(copies && { copies }),
    ...(downloads && { downloads }),
  }
}
