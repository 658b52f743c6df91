import { colleaguePageTextsIn } from '../../../prompts/colleague-page-texts-in.ts'
import { factAt } from '../../../services/eligibility/document-facts.ts'
import { factTexts, writeAnswerIn } from '../../../services/eligibility/fact-texts.ts'
import { shortDayIn, titleIn } from '../../../services/eligibility/programme-texts.ts'
import { disputed } from '../../../services/interview/given.ts'
import { type Html, markup } from '../html.ts'
import { renderAskForms } from './ask-forms.ts'
import { renderColleague } from './colleague-card.ts'
import { renderOthers } from './other-programmes.ts'
import { renderToDo } from './to-do.ts'
import type { TogetherPage } from './together-data.ts'
import { renderSheet } from './sheet.ts'

const marks = { met: '✓', unmet: '✗', unknown: '?' } as const

function settling(page: TogetherPage): Html | false {
  const { interview, programme, path, language, today } = page
  const texts = colleaguePageTextsIn(language)
  const open = programme.factKeys.filter((key) => disputed(interview, key).length > 0)
  if (open.length === 0) return false
  const cards = open.map((key) => {
    const fact = factAt(programme.facts, key)
    const sides = disputed(interview, key).map(({ role, on, answer, said }) => {
      const who = texts.who(role ?? texts.own, on === undefined ? '' : shortDayIn(language, on, today))
      const words = texts.choose(who, writeAnswerIn(language, fact, answer, said))
      return markup`<button class="choice" type="submit" name="answer" value="${JSON.stringify(answer)}">${words}</button>`
    })
    return markup`<div class="colleague-card"><h3>${factTexts(fact, language).prompt}</h3><form method="post" action="${path}"><input type="hidden" name="do" value="settle"><input type="hidden" name="fact" value="${key}"><div class="actions">${sides}</div></form></div>`
  })
  return markup`<section id="settle"><h2>${texts.settleTitle}</h2><p class="lead">${texts.settleLead}</p>${cards}</section>`
}

function result({ assessment, verdict, code, language }: TogetherPage): Html {
  const texts = colleaguePageTextsIn(language)
  const criteria = assessment.criteria.map(
    ({ title, status, actual }) =>
      markup`<li><span class="status status-${status}">${marks[status]} ${texts.statuses[status]}</span> ${actual === '' ? title : `${texts.named(title)}${actual}`}</li>`,
  )
  return markup`<section id="result"><h2>${texts.result}</h2><p><strong>${verdict}</strong></p><ul class="plain colleague-answers">${criteria}</ul>
<p class="actions"><a class="button" href="/#resume=${code}">${texts.backToCheck}</a></p></section>`
}

/** Who is asked what, who has answered what and when, what is to be settled, and what it comes to. */
export function renderTogetherPage(page: TogetherPage): string {
  const { path, programme, colleagues, language, fault } = page
  const texts = colleaguePageTextsIn(language)
  const asked = colleagues.map((one) => renderColleague(one, page))
  return renderSheet({
    title: texts.ownerTitle,
    language,
    scripts: ['copy-link'],
    switches: { path },
    main: markup`<h1>${texts.ownerTitle}</h1><p class="lead">${texts.ownerLead(titleIn(language, programme))}</p>
${fault !== undefined && markup`<p class="notice-box" role="alert">${fault}</p>`}${settling(page)}
${asked.length > 0 && markup`<section id="asked"><h2>${texts.askedTitle}</h2>${asked}</section>`}
${asked.length > 0 && result(page)}
<section id="ask"><h2>${texts.askTitle}</h2><p class="lead">${texts.askLead}</p>${renderAskForms(page)}</section>
${asked.length === 0 && result(page)}${renderToDo(page)}${renderOthers(page.others, language)}`,
  })
}
