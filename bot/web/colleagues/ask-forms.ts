import { colleaguePageTextsIn } from '../../../prompts/colleague-page-texts-in.ts'
import { longestRole } from '../../../services/colleagues/role.ts'
import { factAt, type FactKey } from '../../../services/eligibility/document-facts.ts'
import { factTexts, writeAnswerIn } from '../../../services/eligibility/fact-texts.ts'
import { knownBy } from '../../../services/eligibility/known-by.ts'
import { type Knower, knowers } from '../../../services/eligibility/knowers.ts'
import { type Html, markup } from '../html.ts'
import type { TogetherPage } from './together-data.ts'

/** Whether nobody has answered a question yet, nor is asked. */
const isFree = ({ interview }: TogetherPage, key: FactKey): boolean =>
  (interview.answers[key] ?? null) === null && interview.from?.[key] === undefined

function question(page: TogetherPage, key: FactKey): Html {
  const { programme, interview, language } = page
  const texts = colleaguePageTextsIn(language)
  const fact = factAt(programme.facts, key)
  const answer = interview.answers[key]
  const known =
    answer !== undefined &&
    answer !== null &&
    markup` <span class="small">${texts.hasAnswer(writeAnswerIn(language, fact, answer, interview.said?.[key]))}</span>`
  return markup`<li><label class="tick"><input type="checkbox" name="fact" value="${key}"${isFree(page, key) && markup` checked`}><span>${factTexts(fact, language).prompt}${known}</span></label></li>`
}

/** Who usually knows what, each group to be asked by itself; what is ticked can be changed. */
export function renderAskForms(page: TogetherPage): Html[] {
  const { programme, path, language } = page
  const texts = colleaguePageTextsIn(language)
  const groups = Map.groupBy(programme.factKeys, (key) => knownBy(factAt(programme.facts, key)))
  return knowers.flatMap((knower: Knower) => {
    const keys = groups.get(knower)
    if (!keys) return []
    const name = texts.groups[knower]
    const isOpen = keys.some((key) => isFree(page, key))
    return [
      markup`<details class="colleague-card more"${isOpen && markup` open`}><summary>${name}</summary><form method="post" action="${path}"><input type="hidden" name="do" value="ask"><input type="hidden" name="id" value="${page.newId()}">
<label>${texts.role}<input class="field" name="role" value="${texts.usual[knower]}" maxlength="${longestRole}" autocomplete="off" required></label>
<fieldset><legend class="small">${texts.questions}</legend><ul class="plain">${keys.map((key) => question(page, key))}</ul></fieldset>
<p class="actions"><button class="button" type="submit" aria-label="${texts.makeLinkFor(name)}">${texts.makeLink}</button></p></form></details>`,
    ]
  })
}
