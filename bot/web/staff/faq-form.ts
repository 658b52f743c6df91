import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import { type Html, markup } from '../html.ts'
import { clauseEntry, type Place } from './clause-entry.ts'

export type FaqForm = {
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

/** The form for an answer by staff: its text, its wordings, its clauses; preview, draft, publish. */
export function renderFaqForm({
  catalogue,
  member,
  question,
  id,
  version,
  answer,
  wordings,
  chosen,
  offered,
}: FaqForm): Html {
  const names = new Set(chosen.map(nameOf))
  const others = offered.filter((place) => !names.has(nameOf(place)) && catalogue.find(place.notice, place.clause))
  const choices = [
    ...chosen.map((place) => choice(catalogue, place, true)),
    ...others.map((place) => choice(catalogue, place, false)),
  ]
  const [ask = ''] = wordings
  return markup`<form class="faq-form" id="faq" data-member="${member}"${question !== undefined && markup` data-question="${question}"`}${id !== undefined && markup` data-id="${id}" data-version="${version}"`}>
<h2>${id === undefined ? '写人工答复' : '修改'}</h2>
<label>答复内容<textarea class="field" name="answer" rows="5" aria-describedby="answer-help">${answer}</textarea></label>
<p class="small" id="answer-help">会注明已经人工审核和审核日期。留空则只把提问指到下面选中的条款，由条款原文作答。</p>
<label>问法（每行一种）<textarea class="field" name="wordings" rows="4">${wordings.join('\n')}</textarea></label>
<fieldset><legend>依据的条款（至少一个）</legend><ul class="clause-choices" id="choices">${choices}</ul>
<div class="search-row"><label>查找条款<input class="field" id="clause-query" type="search"></label><button class="button button-quiet" type="button" id="find-clauses">查找</button></div></fieldset>
<div class="search-row"><label>用这个提问预览<input class="field" name="ask" value="${ask}"></label><button class="button button-quiet" type="button" id="preview">预览</button></div>
<div class="preview" id="preview-result" hidden><section><h3>之前</h3><div data-before></div></section><section><h3>之后</h3><div data-after></div></section></div>
<p class="notice-box" id="faq-fault" role="alert" hidden></p>
<div class="preview" id="faq-late" hidden><section><h3>现在保存的</h3><div data-stored></div></section><section><h3>您写的（还没有保存）</h3><div data-submitted></div></section></div>
<div class="actions"><button class="button" type="submit" data-state="published">发布</button><button class="button button-quiet" type="submit" data-state="draft">存为草稿</button></div></form>`
}
