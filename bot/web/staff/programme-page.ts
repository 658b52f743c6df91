import { programmeEditorTexts as texts } from '../../../prompts/programme-editor-texts.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import type { AuditEntry } from '../../../services/staff/audit.ts'
import type { ProgrammeVersion } from '../../../services/staff/programmes/versions.ts'
import { isAtLeast } from '../../../services/staff/role.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import { type Html, markup } from '../html.ts'
import { changeEntry } from './change-entry.ts'
import { confirmDialog } from './confirm-dialog.ts'
import { carriedSummary, goneRules } from './programme-carried.ts'
import { clauseOf } from './programme-clause.ts'
import { factsList } from './programme-facts.ts'
import { faultList } from './programme-faults.ts'
import { clauseOptions, editForm, folded, numberField, quoteFields, textField } from './programme-fields.ts'
import { commitmentsOf, preparationOf } from './programme-lists.ts'
import { sheetBox } from './programme-remarks.ts'
import { review, rulesOf, type RulesPage, unclaimed } from './programme-rules.ts'
import { supportOf } from './programme-support.ts'
import { versionList } from './programme-versions.ts'
import { renderStaffPage } from './staff-shell.ts'

export type ProgrammePage = Omit<RulesPage, 'mayWrite'> & {
  member: Member
  history: readonly AuditEntry[]
  versions: readonly ProgrammeVersion[]
}

function windowOf(page: RulesPage): Html {
  const { window } = page.programme.document
  const { opens = '', closes, opening, review: open } = window
  const day = (name: string, label: string, value: string, isOptional: boolean) =>
    markup`<label>${label}<input class="field" type="date" name="${name}" value="${value}" data-empty="none"${!isOptional && markup` required`}></label>`
  const form = page.mayWrite
    ? editForm({ edit: 'window' }, [day('opens', words.opens, opens, true), day('closes', words.closes, closes, false)])
    : markup`<p>${opens} — ${closes}</p>`
  const rest = (part: 'window' | 'opening') => page.mayWrite && ({ edit: 'rest', part } as const)
  return markup`<section class="rule" id="window"><h2>${words.window}</h2>${open !== undefined && markup`<p class="notice-box">${open}</p>`}<div class="rule-sides"><div>${clauseOf(page, window, rest('window'))}${opening ? clauseOf(page, opening, rest('opening')) : page.mayWrite && folded(words.opening, editForm({ edit: 'rest', part: 'opening' }, quoteFields()))}</div><div class="rule-side">${form}</div></div></section>`
}

function nameOf({ programme: { document }, mayWrite }: RulesPage): Html | false {
  if (!mayWrite) return false
  const fields = [
    textField({ name: 'title', label: texts.title, value: document.title }),
    numberField({ name: 'year', label: texts.year, value: document.year }),
  ]
  return folded(texts.programme, editForm({ edit: 'programme' }, fields), 'programme-name')
}

function publishBox({ programme: { state, faults }, mayWrite }: RulesPage, mayPublish: boolean): Html {
  const impact = markup`<div class="actions"><button class="button button-quiet" type="button" data-impact>${words.impact.see}</button></div><div id="programme-impact" aria-live="polite"></div>`
  const publish =
    mayPublish &&
    markup`<button class="button" type="button" data-publish="${words.impact.confirm}">${words.publish}</button>`
  const withdraw =
    state !== 'withdrawn' &&
    markup`<button class="button button-danger" type="button" data-withdraw="${words.confirmWithdraw}">${words.withdraw}</button>`
  return markup`<section class="rule"><h2>${words.publish}</h2>${mayPublish && faults.length === 0 && impact}${mayWrite && markup`<div class="actions">${publish}${withdraw}</div>`}</section>`
}

/** What is to be done before it can be put in use, or that nothing is. */
function toDo({ programme: { document, faults } }: RulesPage, mayPublish: boolean): Html | false {
  if (faults.length > 0) return faultList(document, faults)
  return mayPublish && markup`<p class="notice-box">${words.ready}</p>`
}

/** A programme, each part beside the clause it rests on: to read, to change, to put in use. */
export function renderProgrammePage(given: ProgrammePage): string {
  const { member, programme, history, timeZone, versions, notice, beside } = given
  const { id, version, state, document } = programme
  const page: RulesPage = { ...given, mayWrite: isAtLeast(member.role, 'editor') }
  const { mayWrite } = page
  const mayPublish = state !== 'published' && state !== 'shipped'
  const amending = beside.filter((one) => document.amendments?.includes(one.id))
  return renderStaffPage({
    title: `${document.year}年 ${document.title}`,
    member,
    place: '/staff/programmes',
    scripts: ['staff-programme'],
    main: markup`<div id="programme" data-id="${id}" data-version="${version}"><p class="facts"><span class="mark">${words.states[state]}</span></p>${state === 'withdrawn' && markup`<p class="notice-box">${words.withdrawn}</p>`}${carriedSummary(programme)}${toDo(page, mayPublish)}
<p class="notice-box" id="programme-fault" role="alert" hidden></p>
${nameOf(page)}
${windowOf(page)}
${rulesOf(page, 'criteria')}
${unclaimed(page)}
${goneRules(programme, mayWrite, page.today)}
${rulesOf(page, 'preferences')}
${supportOf(page, mayWrite)}
${commitmentsOf(page, mayWrite, (one) => review(page, 'commitments', one))}
${preparationOf(page, mayWrite)}
${factsList(document.facts, mayWrite)}
${sheetBox(id)}
${publishBox(page, mayPublish)}
${versionList(versions, document, mayWrite, timeZone)}
<section><h2>${words.history}</h2><ol class="history">${history.map((change) => changeEntry(change, timeZone))}</ol></section>${mayWrite && notice && clauseOptions([notice, ...amending], notice.id)}</div>${confirmDialog()}`,
  })
}
