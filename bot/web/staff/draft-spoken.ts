import type { Proposal } from '../../../services/model/proposed.ts'
import type { Waiting } from '../../../services/staff/notices/proposals.ts'
import { spokenTexts as words } from '../../../prompts/spoken-texts.ts'
import { shortened } from '../../../knowledge/language/characters.ts'
import type { DraftJson } from '../../notice-desk/draft-json.ts'
import { type Html, markup } from '../html.ts'

type Part = keyof DraftJson['spoken']
type Given = { proposals: readonly Waiting[]; hasModel: boolean; mayWrite: boolean }

/** An entry as it is shown, and what its button calls it. */
type Entry = { shown: Html; name: string }

/** Characters of a clause by which it is named in a list. */
const shown = 40

/** How people speak of the notice: what staff have said, what they may add, and what a model proposes. */
export function renderSpoken(draft: DraftJson, { proposals, hasModel, mayWrite }: Given): Html | false {
  const { names, equivalents, questions } = draft.spoken
  if (!mayWrite && names.length + equivalents.length + questions.length === 0) return false
  const lists = [
    list(
      'names',
      names.map((name) => ({ shown: markup`${name}`, name })),
      mayWrite,
      nameForm,
    ),
    list(
      'equivalents',
      equivalents.map(({ said, written }) => ({ shown: markup`${said} → ${written}`, name: said })),
      mayWrite,
      equivalentForm,
    ),
    list(
      'questions',
      questions.map(({ question, quote }) => ({ shown: withQuote(question, quote), name: question })),
      mayWrite,
      questionForm(draft),
    ),
  ]
  return markup`<section id="spoken"><h2>${words.title}</h2><p class="small">${words.lead}</p>${lists}
${mayWrite && proposed(proposals, hasModel)}</section>`
}

function list(part: Part, entries: Entry[], mayWrite: boolean, form: Html): Html {
  const { title, none } = words.parts[part]
  const items = entries.map(
    ({ shown, name }, at) =>
      markup`<li>${shown}${mayWrite && markup` <button class="link-button" type="button" data-unspoken="${part}" data-at="${at}" aria-label="${words.remove}“${name}”">${words.remove}</button>`}</li>`,
  )
  const said =
    entries.length > 0 ? markup`<ul class="wording-list">${items}</ul>` : markup`<p class="small">${none}</p>`
  return markup`<h3>${title}</h3>${said}${mayWrite && markup`<details class="more" id="add-${part}"><summary>补一个${title}</summary>${form}<p class="notice-box" role="alert" hidden></p></details>`}`
}

const add = markup`<button class="button button-quiet" type="submit">补上</button>`

const nameForm = markup`<p class="small">${words.namesNote}</p><form class="search-row" data-spoken="names"><label>简称<input class="field" name="name" minlength="2" maxlength="20" required></label>${add}</form>`

const equivalentForm = markup`<p class="small">${words.equivalentsNote}</p><form class="search-row" data-spoken="equivalents"><label>大家说<input class="field" name="said" minlength="2" maxlength="12" required></label><label>通知里写<input class="field" name="written" minlength="2" maxlength="20" required></label>${add}</form>`

function questionForm({ clauses }: DraftJson): Html {
  const options = clauses
    .filter(({ kind }) => kind !== 'furniture' && kind !== 'heading')
    .map(({ id, text }) => markup`<option value="${id}">${shortened(text, shown)}</option>`)
  return markup`<p class="small">${words.questionsNote}</p><form class="search-row" data-spoken="questions"><label>问题<input class="field" name="question" minlength="2" maxlength="100" required></label><label>由哪一条回答<select class="field" name="clause" required><option value="">${words.chooseClause}</option>${options}</select></label>${add}</form>`
}

function proposed(proposals: readonly Waiting[], hasModel: boolean): Html | false {
  if (proposals.length === 0 && !hasModel) return false
  const entries = proposals.map(
    ({ id, proposal, model }) =>
      markup`<li><span class="status status-unknown">${model} 提议</span> ${inWords(proposal)} <span class="actions">${decision('take', id, proposal)}${decision('refuse', id, proposal)}</span></li>`,
  )
  const ask = markup`<p class="small">${words.asking}</p><div class="actions"><button class="button button-quiet" type="button" id="propose">${proposals.length > 0 ? words.askAgain : words.ask}</button></div>`
  return markup`<section class="notice-box" id="proposals" aria-labelledby="proposals-title"><h3 id="proposals-title">${words.proposals}</h3><p class="small">${words.proposalsNote}</p>
<ul class="wording-list">${entries}</ul><p class="small" role="status" id="proposing"></p>${hasModel && ask}</section>`
}

const decision = (what: 'take' | 'refuse', id: number, proposal: Proposal): Html =>
  markup`<button class="button button-quiet" type="button" data-${what}="${id}" aria-label="${words[what]}“${namedBy(proposal)}”">${words[what]}</button>`

function namedBy(proposal: Proposal): string {
  if (proposal.kind === 'name') return proposal.name
  return proposal.kind === 'question' ? proposal.question : proposal.said
}

const withQuote = (question: string, quote: string): Html =>
  markup`${question} <span class="small">（${shortened(quote, shown)}）</span>`

function inWords(proposal: Proposal): Html {
  switch (proposal.kind) {
    case 'name':
      return markup`${words.parts.names.title}：${proposal.name}`
    case 'equivalent':
      return markup`${words.parts.equivalents.title}：${proposal.said} → ${proposal.written}`
    case 'question':
      return markup`${words.parts.questions.title}：${withQuote(proposal.question, proposal.quote)}`
  }
}
