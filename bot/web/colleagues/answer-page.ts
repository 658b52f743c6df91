import type { Clause } from '../../../knowledge/parsing/clause.ts'
import { colleaguePageTextsIn } from '../../../prompts/colleague-page-texts-in.ts'
import type { Tick } from '../../../services/colleagues/evidence.ts'
import type { ColleagueAnswer } from '../../../services/colleagues/overview.ts'
import { longestRemark } from '../../../services/colleagues/take-answer.ts'
import type { Assessment, Source } from '../../../services/eligibility/assessment.ts'
import { type Fact, factAt, type FactKey } from '../../../services/eligibility/document-facts.ts'
import { factTexts, writeAnswerIn } from '../../../services/eligibility/fact-texts.ts'
import { titleIn } from '../../../services/eligibility/programme-texts.ts'
import type { ResolvedProgramme } from '../../../services/eligibility/resolve-programmes.ts'
import { type Html, markup } from '../html.ts'
import type { PageLanguage } from '../page-language.ts'
import { renderTick } from './to-do.ts'
import { renderSheet } from './sheet.ts'

/** What a colleague's page is made of: their questions with what they have answered so far. */
export type AnswerPage = {
  path: string
  programme: ResolvedProgramme
  role: string
  language: PageLanguage
  facts: readonly FactKey[]
  answers: readonly ColleagueAnswer[]
  /** The clause that each question rests on. */
  clauseOf(fact: FactKey): { source: Source; clause: Clause } | undefined
  /** What they may have at hand, with what is. */
  evidence: readonly Assessment['preparation'][number][]
  ticks: readonly Tick[]
  /** YYYY-MM-DD. */
  today: string
}

const answerTo = ({ answers }: AnswerPage, fact: FactKey) => answers.find((one) => one.fact === fact)

/** The first question that has no answer yet. */
export const nextOf = (page: Pick<AnswerPage, 'facts' | 'answers'>): FactKey | undefined =>
  page.facts.find((fact) => !page.answers.some((one) => one.fact === fact))

/** How it is answered; what stands first is what the enter key presses. */
function choices(fact: Fact, language: PageLanguage): Html[] {
  const texts = colleaguePageTextsIn(language)
  const button = (label: string, value = label) =>
    markup`<button class="choice" type="submit" name="answer" value="${value}">${label}</button>`
  if (fact.type === 'bool') return [button(texts.yes), button(texts.no)]
  if (fact.type !== 'choice') return [markup`<button class="button" type="submit">${texts.submit}</button>`]
  return Object.entries(factTexts(fact, language).options ?? {}).map(([value, label]) => button(label, value))
}

function field(fact: Fact, typed: string, language: PageLanguage): Html | false {
  if (fact.type === 'bool' || fact.type === 'choice') return false
  const texts = colleaguePageTextsIn(language)
  const input =
    fact.type === 'date'
      ? markup`<input class="field" name="answer" type="date" value="${typed}" id="answer">`
      : markup`<input class="field" name="answer" value="${typed}" id="answer" maxlength="60" inputmode="${fact.unit === '万元' ? 'text' : 'decimal'}" autocomplete="off" enterkeyhint="done">`
  const label = fact.type === 'date' ? texts.day : texts.figure(factTexts(fact, language).unit ?? fact.unit)
  return markup`<label>${label}${input}</label>`
}

function clauseBox(page: AnswerPage, fact: FactKey): Html | false {
  const found = page.clauseOf(fact)
  if (!found) return false
  const { source, clause } = found
  const texts = colleaguePageTextsIn(page.language)
  const words = `${texts.original}：${clause.path}`
  return markup`<details class="more"><summary>${texts.basis}</summary><p class="small">${clause.path}</p><blockquote>${clause.text}</blockquote><p><a href="/notices/${source.notice}#${source.clause}" aria-label="${words}">${texts.original}</a></p></details>`
}

/** One question, to be answered with one hand. */
export function renderQuestionPage(page: AnswerPage, at: FactKey, wrong?: { typed: string; fault: string }): string {
  const { path, programme, role, facts, language } = page
  const texts = colleaguePageTextsIn(language)
  const fact = factAt(programme.facts, at)
  const { prompt, help } = factTexts(fact, language)
  const place = facts.indexOf(at)
  const before = answerTo(page, at)
  const known =
    before && markup`<p class="small">${texts.before(writeAnswerIn(language, fact, before.answer, before.said))}</p>`
  const fault = wrong && markup`<p class="notice-box" role="alert">${wrong.fault}</p>`
  const previous = facts[place - 1]
  return renderSheet({
    title: texts.answerTitle,
    language,
    switches: { path, at },
    main: markup`<p class="lead">${texts.answerLead(titleIn(language, programme), role)}</p>
<p class="small"><progress max="${facts.length}" value="${page.answers.length}" aria-label="${texts.place(place + 1, facts.length)}"></progress>${texts.place(place + 1, facts.length)}</p>
<div class="colleague-card"><h1>${prompt}</h1>${known}${fault}<p>${help}</p>
<form method="post" action="${path}"><input type="hidden" name="fact" value="${at}">
${field(fact, wrong?.typed ?? '', language)}
<details class="more"${before !== undefined && before.remark !== '' && markup` open`}><summary>${texts.remark}</summary><textarea class="field" name="remark" rows="2" maxlength="${longestRemark}" aria-label="${texts.remarkHint}">${before?.remark}</textarea><p class="small">${texts.remarkHint}</p></details>
<p class="actions">${choices(fact, language)}<button class="button button-quiet" type="submit" name="unknown" value="1">${texts.notKnown}</button></p></form>
${clauseBox(page, at)}${previous !== undefined && markup`<p><a href="${path}?at=${previous}">${texts.previous}</a></p>`}</div>`,
  })
}

/** What proves the conditions that hang on their answers, to be ticked by whoever has it. */
function evidence(page: AnswerPage): Html | false {
  if (page.evidence.length === 0) return false
  const texts = colleaguePageTextsIn(page.language)
  const items = page.evidence.map((item) => renderTick(item, page))
  return markup`<section><h2>${texts.evidenceTitle}</h2><p class="lead">${texts.evidenceLead}</p>
<form class="colleague-card" method="post" action="${page.path}"><input type="hidden" name="do" value="evidence"><ul class="plain">${items}</ul><p class="actions"><button class="button" type="submit">${texts.evidenceSave}</button></p></form></section>`
}

/** Thanks, with all that was answered, each to be changed. */
export function renderDonePage(page: AnswerPage): string {
  const { path, programme, facts, language } = page
  const texts = colleaguePageTextsIn(language)
  const rows = facts.map((key) => {
    const fact = factAt(programme.facts, key)
    const { label } = factTexts(fact, language)
    const given = answerTo(page, key)
    const written = given ? writeAnswerIn(language, fact, given.answer, given.said) : texts.unanswered
    const remark =
      given && given.remark !== '' && markup`<br><span class="small">${texts.remarkOf(given.remark)}</span>`
    return markup`<li>${texts.named(label)}<strong>${written}</strong> <a href="${path}?at=${key}" aria-label="${texts.changeOf(label)}">${texts.change}</a>${remark}</li>`
  })
  return renderSheet({
    title: texts.doneTitle,
    language,
    switches: { path },
    main: markup`<h1>${texts.doneTitle}</h1><p>${texts.doneLead}</p><div class="colleague-card"><ul class="plain colleague-answers">${rows}</ul></div>${evidence(page)}`,
  })
}
