import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import { type FaqContent, faqKinds } from '../../../services/faq/faq.ts'
import { type Html, markup } from '../html.ts'
import { clauseEntry, type Place } from './clause-entry.ts'

export type FaqForm = Pick<FaqContent, 'kind' | 'authorRole' | 'expiresOn' | 'scope'> & {
  catalogue: Catalogue
  /** Who writes: what they type is kept on their device under their name. */
  member: string
  /** The question it is written for, or the answer that is changed. */
  question?: string
  id?: number
  /** The version of the answer that the form begins with. */
  version?: number
  answer: string
  wordings: readonly string[]
  chosen: readonly Place[]
  /** Clauses that are likely, to choose from. */
  offered: readonly Place[]
}

const nameOf = ({ notice, clause }: Place): string => `${notice}#${clause}`

function choice(catalogue: Catalogue, place: Place, isChosen: boolean): Html {
  return markup`<li><label class="clause-choice"><input type="checkbox" name="clause" value="${nameOf(place)}"${isChosen && markup` checked`}><span>${clauseEntry(catalogue, place)}</span></label></li>`
}

/** Whether it says what notices say or, in the office's name, what none says; and whose word that is. */
function kinds({ catalogue, kind = 'reviewed', authorRole = '', expiresOn = '', scope }: FaqForm): Html {
  const choices = faqKinds.map(
    (one) =>
      markup`<label class="kind-choice"><input type="radio" name="kind" value="${one}"${one === kind && markup` checked`}> ${words.faqKinds[one]}</label>`,
  )
  const scopes = catalogue.notices.flatMap(({ id, shortTitle, programmes }) => [
    [id, shortTitle] as const,
    ...programmes.map((programme) => [`${id}/${programme.id}`, `${shortTitle}：${programme.title}`] as const),
  ])
  const own = scope && [scope.notice, scope.programme].filter(Boolean).join('/')
  const options = scopes.map(
    ([value, name]) => markup`<option value="${value}"${value === own && markup` selected`}>${name}</option>`,
  )
  return markup`<fieldset><legend>这是</legend>${choices}</fieldset>
<fieldset class="office-fields" id="office"${kind !== 'office' && markup` hidden`}><p class="small" id="office-help">通知没有写到的，以本局名义答复。会标明【本局答复】、由谁答复、日期和有效期；过期就不再使用，退回这里。答复里的数字只作为本局的说法。</p>
<div class="filter-fields"><label>由谁答复（处室或职务）<input class="field" name="authorRole" maxlength="40" value="${authorRole}"></label>
<label>有效期到<input class="field" type="date" name="expiresOn" value="${expiresOn}"></label></div></fieldset>
<label>适用于<select class="field" name="scope"><option value="">按所选条款；没有条款就不限</option>${options}</select></label>`
}

const panes = (name: string, sides: [string, string][]): Html =>
  markup`<div class="preview" id="${name}" hidden>${sides.map(([title, side]) => markup`<section><h3>${title}</h3><div data-${side}></div></section>`)}</div>`

/** The form for an answer by staff: its text, its wordings, its clauses; preview, draft, publish. */
export function renderFaqForm(form: FaqForm): Html {
  const { catalogue, member, question, id, version, answer, wordings, chosen, offered } = form
  const names = new Set(chosen.map(nameOf))
  const others = offered.filter((place) => !names.has(nameOf(place)) && catalogue.find(place.notice, place.clause))
  const choices = [
    ...chosen.map((place) => choice(catalogue, place, true)),
    ...others.map((place) => choice(catalogue, place, false)),
  ]
  const [ask = ''] = wordings
  return markup`<form class="faq-form" id="faq" data-member="${member}"${question !== undefined && markup` data-question="${question}"`}${id !== undefined && markup` data-id="${id}" data-version="${version}"`}>
<h2>${id === undefined ? '写人工答复' : '修改'}</h2>
${kinds(form)}<label>答复内容<textarea class="field" name="answer" rows="5" aria-describedby="answer-help">${answer}</textarea></label>
<p class="small" id="answer-help">依据通知的会注明已经人工审核和审核日期；留空则只把提问指到下面选中的条款，由条款原文作答。</p>
<label>问法（每行一种）<textarea class="field" name="wordings" rows="4">${wordings.join('\n')}</textarea></label>
<fieldset><legend>依据的条款（依据通知的至少一个）</legend><ul class="clause-choices" id="choices">${choices}</ul>
<div class="search-row"><label>查找条款<input class="field" id="clause-query" type="search"></label><button class="button button-quiet" type="button" id="find-clauses">查找</button></div></fieldset>
<div class="search-row"><label>用这个提问预览<input class="field" name="ask" value="${ask}"></label><button class="button button-quiet" type="button" id="preview">预览</button></div>
${panes('preview-result', [
  ['之前', 'before'],
  ['之后', 'after'],
])}<div id="preview-contexts" hidden></div>
<p class="notice-box" id="faq-fault" role="alert" hidden></p>
${panes('faq-late', [
  ['现在保存的', 'stored'],
  ['您写的（还没有保存）', 'submitted'],
])}<div id="faq-impact" role="status" hidden></div>
<div class="actions"><button class="button" type="submit" data-state="published">发布</button><button class="button button-quiet" type="submit" data-state="draft">存为草稿</button></div></form>`
}
