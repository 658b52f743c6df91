import { colleaguePageTextsIn } from '../../../prompts/colleague-page-texts-in.ts'
import type { ColleaguePageTexts } from '../../../prompts/colleague-page-texts.ts'
import type { Colleague } from '../../../services/colleagues/overview.ts'
import type { FactKey } from '../../../services/eligibility/document-facts.ts'
import { factTexts, writeAnswerIn } from '../../../services/eligibility/fact-texts.ts'
import { shortDayIn } from '../../../services/eligibility/programme-texts.ts'
import { type Html, markup } from '../html.ts'
import type { TogetherPage } from './together-data.ts'

function stateOf({ state, answers, facts }: Colleague, texts: ColleaguePageTexts): { words: string; look: string } {
  if (state === 'revoked') return { words: texts.revoked, look: 'plain' }
  if (answers.length >= facts.length) return { words: texts.allAnswered, look: 'met' }
  if (state === 'expired') return { words: texts.expired, look: 'plain' }
  const words = answers.length === 0 ? texts.waiting : texts.answeredOf(answers.length, facts.length)
  return { words, look: 'unknown' }
}

function row({ answers }: Colleague, { programme, language, today }: TogetherPage, key: FactKey): Html | false {
  const texts = colleaguePageTextsIn(language)
  const fact = programme.facts[key]
  if (!fact) return false
  const given = answers.find((one) => one.fact === key)
  const written = given
    ? texts.answered(writeAnswerIn(language, fact, given.answer, given.said), shortDayIn(language, given.on, today))
    : texts.unanswered
  const remark = given && given.remark !== '' && markup`<br><span class="small">${texts.remarkOf(given.remark)}</span>`
  return markup`<li>${texts.named(factTexts(fact, language).label)}${written}${remark}</li>`
}

const act = (path: string, what: string, id: string, label: string, words: string): Html =>
  markup`<form method="post" action="${path}"><input type="hidden" name="do" value="${what}"><input type="hidden" name="id" value="${id}"><button class="button button-quiet" type="submit" aria-label="${label}">${words}</button></form>`

function linkBox({ id, role, state, token }: Colleague, { origin, path, language }: TogetherPage): Html {
  const texts = colleaguePageTextsIn(language)
  if (token === undefined) {
    const why = state === 'expired' ? texts.outdated : `${texts.elsewhere}${texts.renewHint}`
    return markup`<p class="small">${why}</p>${act(path, 'renew', id, texts.renewOf(role), texts.renew)}`
  }
  const field = `link-${id}`
  return markup`<p class="actions"><input class="field" id="${field}" value="${origin}/answer/${token}" readonly aria-label="${texts.named(texts.link)}${role}"></p>
<p class="actions"><button class="button" type="button" data-copies="${field}" data-copied="${texts.copied}" data-not-copied="${texts.notCopied}" aria-label="${texts.copyOf(role)}">${texts.copy}</button></p><p class="small">${texts.linkHint}</p>`
}

/** How a link is taken back: what that does stands above the button. */
function revoking({ id, role }: Colleague, { path, language }: TogetherPage): Html {
  const texts = colleaguePageTextsIn(language)
  return markup`<details class="more"><summary aria-label="${texts.revokeOf(role)}">${texts.revoke}</summary><p class="small">${texts.revokeHint}</p>${act(path, 'revoke', id, texts.revokeNowOf(role), texts.revokeNow)}</details>`
}

/** A colleague who was asked: the link, what they have answered and when, and how to take the link back. */
export function renderColleague(colleague: Colleague, page: TogetherPage): Html {
  const { id, role, state, facts } = colleague
  const { words, look } = stateOf(colleague, colleaguePageTextsIn(page.language))
  const rows = facts.map((key) => row(colleague, page, key))
  const isOver = state === 'revoked'
  return markup`<article class="colleague-card" id="c-${id}"><h3>${role} <span class="status status-${look}">${words}</span></h3>
${!isOver && linkBox(colleague, page)}<ul class="plain colleague-answers">${rows}</ul>${!isOver && revoking(colleague, page)}</article>`
}
