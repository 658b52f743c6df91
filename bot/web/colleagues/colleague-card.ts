import { colleaguePageTexts as texts } from '../../../prompts/colleague-page-texts.ts'
import type { Colleague } from '../../../services/colleagues/overview.ts'
import { factAt, type FactKey } from '../../../services/eligibility/document-facts.ts'
import { factTexts, writeAnswerIn } from '../../../services/eligibility/fact-texts.ts'
import { shortDayIn } from '../../../services/eligibility/programme-texts.ts'
import { type Html, markup } from '../html.ts'
import type { TogetherPage } from './together-data.ts'

function stateOf({ state, answers, facts }: Colleague): { words: string; look: string } {
  if (state === 'revoked') return { words: texts.revoked, look: 'plain' }
  if (answers.length >= facts.length) return { words: texts.allAnswered, look: 'met' }
  if (state === 'expired') return { words: texts.expired, look: 'plain' }
  const words = answers.length === 0 ? texts.waiting : texts.answeredOf(answers.length, facts.length)
  return { words, look: 'unknown' }
}

function row({ answers }: Colleague, { programme, today }: TogetherPage, key: FactKey): Html | false {
  const fact = programme.facts[key]
  if (!fact) return false
  const given = answers.find((one) => one.fact === key)
  const written = given
    ? `${writeAnswerIn('zh', factAt(programme.facts, key), given.answer, given.said)}（${shortDayIn('zh', given.on, today)}）`
    : texts.unanswered
  const remark = given && given.remark !== '' && markup`<br><span class="small">${texts.remarkOf(given.remark)}</span>`
  return markup`<li>${factTexts(fact).label}：${written}${remark}</li>`
}

const act = (path: string, what: string, id: string, label: string, words: string): Html =>
  markup`<form method="post" action="${path}"><input type="hidden" name="do" value="${what}"><input type="hidden" name="id" value="${id}"><button class="button button-quiet" type="submit" aria-label="${label}">${words}</button></form>`

function linkBox({ id, role, token }: Colleague, { origin, path }: TogetherPage): Html {
  if (token === undefined)
    return markup`<p class="small">${texts.elsewhere}${texts.renewHint}</p>${act(path, 'renew', id, texts.renewOf(role), texts.renew)}`
  const field = `link-${id}`
  return markup`<p class="actions"><input class="field" id="${field}" value="${origin}/answer/${token}" readonly aria-label="${texts.link}：${role}"></p>
<p class="actions"><button class="button" type="button" data-copies="${field}" data-copied="${texts.copied}" data-not-copied="${texts.notCopied}" aria-label="${texts.copyOf(role)}">${texts.copy}</button></p><p class="small">${texts.linkHint}</p>`
}

/** A colleague who was asked: the link, what they have answered and when, and how to take the link back. */
export function renderColleague(colleague: Colleague, page: TogetherPage): Html {
  const { id, role, state, facts } = colleague
  const { words, look } = stateOf(colleague)
  const rows = facts.map((key) => row(colleague, page, key))
  return markup`<article class="colleague-card" id="c-${id}"><h3>${role} <span class="status status-${look}">${words}</span></h3>
${state === 'open' && linkBox(colleague, page)}<ul class="plain colleague-answers">${rows}</ul>${state !== 'revoked' && act(page.path, 'revoke', id, texts.revokeOf(role), texts.revoke)}</article>`
}
