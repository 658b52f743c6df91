import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { isOfOther, locateAmong } from '../../../services/eligibility/find-source.ts'
import { unclaimedClauses } from '../../../services/eligibility/unclaimed-clauses.ts'
import { unnamedFigures } from '../../../services/eligibility/unnamed-figures.ts'
import type { Criterion, Quoted } from '../../../services/eligibility/document.ts'
import type { AuditEntry } from '../../../services/staff/audit.ts'
import { isAtLeast } from '../../../services/staff/role.ts'
import type { StoredRemark } from '../../../services/staff/programmes/remarks.ts'
import type { ProgrammeVersion } from '../../../services/staff/programmes/versions.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import type { HeldProgramme } from '../../programme-desk/held-programme.ts'
import { type Html, markup } from '../html.ts'
import { changeEntry } from './change-entry.ts'
import { confirmDialog } from './confirm-dialog.ts'
import { carriedBeside, carriedSummary, goneRules, ruleOf } from './programme-carried.ts'
import { renderCondition } from './programme-condition.ts'
import { remarkOf, sheetBox } from './programme-remarks.ts'
import { versionList } from './programme-versions.ts'
import { renderStaffPage } from './staff-shell.ts'

type Rule = { id: string; review?: string | undefined }

export type ProgrammePage = {
  member: Member
  programme: HeldProgramme
  notice: Notice | undefined
  /** The other notices in use, one of which a rule may quote. */
  beside: readonly Notice[]
  history: readonly AuditEntry[]
  timeZone: string
  /** What was said last of each rule, by its id. */
  remarks: ReadonlyMap<string, StoredRemark>
  versions: readonly ProgrammeVersion[]
}

/** The words a rule rests on, with the line above that opens or names them. */
function clauseOf({ programme: { document }, notice: own, beside }: ProgrammePage, quoted: Quoted): Html {
  const { quote } = quoted
  const notice = isOfOther(quoted, document) ? beside.find(({ id }) => id === quoted.notice) : own
  const found = notice && locateAmong([notice], document, quoted)
  const clause = found && 'source' in found ? notice.clauses.find(({ id }) => id === found.source.clause) : undefined
  const above = clause?.parent === undefined ? undefined : notice?.clauses.find(({ id }) => id === clause.parent)
  return markup`<div class="rule-clause"><h3>${words.clause}</h3>${above && markup`<p class="small">${words.above}：${above.text}</p>`}<blockquote>${quote}</blockquote>${notice && clause && markup`<p class="small"><a href="/notices/${notice.id}#${clause.id}">${clause.path || clause.id}</a></p>`}</div>`
}

type Reviewed = 'criteria' | 'preferences' | 'commitments'

/** What is to be looked at, with both texts where the notice has changed there. */
function review({ programme: { carried } }: ProgrammePage, part: Reviewed, one: Rule, mayWrite: boolean): Html | false {
  const { id, review: text } = one
  if (text === undefined) return false
  const beside = carriedBeside(carried, part, id)
  const settle =
    mayWrite &&
    markup`<button class="button button-quiet" type="button" data-edit="${JSON.stringify({ edit: 'settle', part, id })}">${words.settle}</button>`
  return markup`${beside}<div class="notice-box">${(!beside || ruleOf(carried, part, id)?.outcome === 'added') && markup`<p>${text}</p>`}${settle}</div>`
}

const keptMark = ({ programme: { carried } }: ProgrammePage, { id }: Rule): Html | false =>
  carried !== undefined &&
  !ruleOf(carried, 'criteria', id) &&
  markup`<p class="facts"><span class="mark">${words.carried.kept}</span></p>`

function criterion(page: ProgrammePage, one: Criterion, mayWrite: boolean): Html {
  const { facts } = page.programme.document
  const { id, title, condition } = one
  const dropped = JSON.stringify({ edit: 'drop', criterion: id, at: [] })
  const tools =
    mayWrite &&
    markup`<details class="more"><summary>${words.add}</summary><form class="search-row" data-edit="${JSON.stringify({ edit: 'add', criterion: id })}"><label>${words.add}<input class="field" name="need" placeholder="${words.addHint}" required></label><button class="button button-quiet" type="submit">${words.save}</button></form><form class="search-row" data-edit="${JSON.stringify({ edit: 'title', criterion: id })}"><label>${words.name}<input class="field" name="title" value="${title}" required></label><button class="button button-quiet" type="submit">${words.save}</button></form><button class="button button-danger" type="button" data-edit="${dropped}">${words.dropCriterion}</button></details>`
  const unnamed = unnamedFigures(one)
  const doubt = unnamed.length > 0 && markup`<p class="notice-box">${words.unnamed(unnamed)}</p>`
  return markup`<section class="rule" id="${id}"><h2>${title}</h2>${keptMark(page, one)}${doubt}${review(page, 'criteria', one, mayWrite)}
<div class="rule-sides">${clauseOf(page, one)}<div class="rule-side"><h3>${words.rule}</h3>${renderCondition(condition, { criterion: id, at: [], facts, mayWrite, name: title })}${tools}</div></div>${remarkOf(one, page.remarks.get(id), page.timeZone)}</section>`
}

function windowOf(page: ProgrammePage, mayWrite: boolean): Html {
  const { window } = page.programme.document
  const form = mayWrite
    ? markup`<form class="search-row" data-edit="${JSON.stringify({ edit: 'window' })}"><label>${words.opens}<input class="field" type="date" name="opens" value="${window.opens ?? ''}"></label><label>${words.closes}<input class="field" type="date" name="closes" value="${window.closes}" required></label><button class="button button-quiet" type="submit">${words.save}</button></form>`
    : markup`<p>${window.opens ?? ''} — ${window.closes}</p>`
  return markup`<section class="rule" id="window"><h2>${words.window}</h2>${window.review !== undefined && markup`<p class="notice-box">${window.review}</p>`}<div class="rule-sides">${clauseOf(page, window)}<div class="rule-side">${form}</div></div></section>`
}

function supportOf(page: ProgrammePage, mayWrite: boolean): Html {
  const { support } = page.programme.document
  const form = mayWrite
    ? markup`<form class="faq-form" data-edit="${JSON.stringify({ edit: 'support' })}"><label>${words.amount}<input class="field" type="number" step="any" min="0" name="amountWan" value="${support.amountWan ?? ''}"></label><label>${words.amountText}<input class="field" name="amountText" value="${support.amountText}" required></label><label>${words.places}<input class="field" type="number" min="1" name="places" value="${support.places ?? ''}"></label><button class="button button-quiet" type="submit">${words.save}</button></form>`
    : markup`<p>${support.amountText}</p><p>${support.placesText}</p>`
  return markup`<section class="rule" id="support"><h2>${words.support}</h2>${support.review !== undefined && markup`<p class="notice-box">${support.review}</p>`}<div class="rule-sides">${support.money ? clauseOf(page, support.money) : false}<div class="rule-side">${form}</div></div></section>`
}

/** Provisions beside the conditions that nothing was made of: nothing is left out silently. */
function unclaimed({ programme: { document }, notice, beside }: ProgrammePage): Html | false {
  const found = notice ? unclaimedClauses(document, notice, beside) : []
  const entries = found.map(({ id, text }) => markup`<li><a href="/notices/${document.notice}#${id}">${text}</a></li>`)
  return (
    found.length > 0 &&
    markup`<section class="rule" id="unclaimed"><h2>${words.unclaimed.title}</h2><p class="small">${words.unclaimed.lead}</p><ul class="wording-list">${entries}</ul></section>`
  )
}

/** A programme, each rule beside the clause it rests on: to read, to change, to put in use. */
export function renderProgrammePage(page: ProgrammePage): string {
  const { member, programme, history, timeZone } = page
  const { id, version, state, document, faults } = programme
  const mayWrite = isAtLeast(member.role, 'editor')
  const mayPublish = state !== 'published' && state !== 'shipped'
  const toDo =
    faults.length === 0
      ? mayPublish && markup`<p class="notice-box">${words.ready}</p>`
      : markup`<details class="notice-box"><summary>${words.toDo(faults.length)}</summary><ul>${faults.map(({ path, message }) => markup`<li>${message}（${path}）</li>`)}</ul></details>`
  return renderStaffPage({
    title: `${document.year}年 ${document.title}`,
    member,
    place: '/staff/programmes',
    scripts: ['staff-programme'],
    main: markup`<div id="programme" data-id="${id}" data-version="${version}"><p class="facts"><span class="mark">${words.states[state]}</span></p>${state === 'withdrawn' && markup`<p class="notice-box">${words.withdrawn}</p>`}${carriedSummary(programme)}${toDo}
<p class="notice-box" id="programme-fault" role="alert" hidden></p>
${windowOf(page, mayWrite)}
${document.criteria.map((one) => criterion(page, one, mayWrite))}
${document.preferences.filter((one) => one.review !== undefined).map((one) => markup`<section class="rule"><h2>${one.title}</h2>${review(page, 'preferences', one, mayWrite)}${clauseOf(page, one)}</section>`)}
${document.commitments.filter((one) => one.review !== undefined).map((one) => markup`<section class="rule"><h2>${one.text}</h2>${review(page, 'commitments', one, mayWrite)}${clauseOf(page, one)}</section>`)}
${unclaimed(page)}
${goneRules(programme, mayWrite)}
${supportOf(page, mayWrite)}
${sheetBox(id)}
<section class="rule"><h2>${words.publish}</h2>
${mayPublish && faults.length === 0 && markup`<div class="actions"><button class="button button-quiet" type="button" data-impact>${words.impact.see}</button></div><div id="programme-impact" aria-live="polite"></div>`}
${mayWrite && markup`<div class="actions">${mayPublish && markup`<button class="button" type="button" data-publish="${words.impact.confirm}">${words.publish}</button>`}${state !== 'withdrawn' && markup`<button class="button button-danger" type="button" data-withdraw="${words.confirmWithdraw}">${words.withdraw}</button>`}</div>`}</section>
${versionList(page.versions, document, mayWrite, timeZone)}
<section><h2>${words.history}</h2><ol class="history">${history.map((change) => changeEntry(change, timeZone))}</ol></section></div>${confirmDialog()}`,
  })
}
