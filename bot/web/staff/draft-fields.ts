import { noticeDeskTexts as words } from '../../../prompts/notice-desk-texts.ts'
import { optionalFields } from '../../../knowledge/importing/prepare-notice.ts'
import { type DraftJson, type ReadField, readFields } from '../../notice-desk/draft-json.ts'
import { type Html, markup } from '../html.ts'

const isDay = (field: string): boolean => ['issued', 'effectiveFrom', 'effectiveUntil'].includes(field)
const isOptional = (field: string): boolean => (optionalFields as readonly string[]).includes(field)

function field(draft: DraftJson, name: ReadField, mayWrite: boolean): Html {
  const reading = draft.metadata[name]
  const isNone = (draft.without as readonly string[]).includes(name)
  const label = words.fields[name]!
  const from = reading && words.from[reading.readFrom.from]
  const isInText = reading?.readFrom.start !== undefined
  const words_ = reading && reading.readFrom.from !== 'given' && reading.readFrom.words
  const source =
    reading &&
    markup`<p class="small">${from}${words_ && markup`：<q>${words_}</q>`}${isInText && markup` <button class="link-button" type="button" data-find="${name}">看在哪里</button>`}</p>`
  return markup`<div class="draft-field" data-field="${name}"><dt>${label}</dt><dd><p class="draft-value">${reading ? String(reading.value) : isNone ? '没有' : markup`<span class="status status-unknown">没有读出</span>`}</p>${source}${mayWrite && form(name, label, reading?.value, reading?.readFrom.from === 'given' || isNone)}</dd></div>`
}

function form(name: string, label: string, value: string | number | undefined, isGiven: boolean): Html {
  const type = isDay(name) ? 'date' : name === 'year' ? 'number' : 'text'
  return markup`<details class="more"><summary>改</summary><form class="field-form" data-field-form="${name}">
<label>${label}<input class="field" name="value" type="${type}" value="${value ?? ''}"${name === 'year' && markup` min="1949" max="9999"`}></label>
<div class="actions"><button class="button" type="submit">保存</button>${isOptional(name) && markup`<button class="button button-quiet" type="button" data-none="${name}">文件里没有</button>`}${isGiven && markup`<button class="button button-quiet" type="button" data-as-read="${name}">按读出的</button>`}</div></form></details>`
}

/** What was read of a draft's metadata, each field with the words it was read from. */
export function renderFields(draft: DraftJson, mayWrite: boolean): Html {
  return markup`<dl class="draft-fields">${readFields.map((name) => field(draft, name, mayWrite))}</dl>`
}

/** What the draft is to a notice in use: it must be said where both carry the same number, and may be otherwise. */
export function renderRelation(
  draft: DraftJson,
  inUse: readonly { id: string; title: string }[],
  mayWrite: boolean,
): Html {
  const { twin, relation, replaces, amends } = draft
  const said = [
    ...replaces.map(({ title }) => markup`<li>代替《${title}》</li>`),
    ...amends.map(({ title }) => markup`<li>修改《${title}》</li>`),
    ...(relation?.as === 'correction'
      ? [markup`<li>是《${inUse.find(({ id }) => id === relation.of)?.title ?? relation.of}》的更正本</li>`]
      : []),
  ]
  const list =
    said.length > 0
      ? markup`<ul class="wording-list">${said}</ul>`
      : markup`<p class="small">没有读出它代替或修改哪一份。</p>`
  if (!mayWrite) return markup`${list}`
  const chosen = relation?.of ?? twin?.id
  const options = inUse.map(
    ({ id, title }) => markup`<option value="${id}"${id === chosen && markup` selected`}>${title}</option>`,
  )
  const kinds = Object.entries(words.relations).map(
    ([as, text]) =>
      markup`<label class="clause-choice"><input type="radio" name="as" value="${as}"${relation?.as === as && markup` checked`}><span>${text}</span></label>`,
  )
  const ask = markup`<form class="relation-form" id="relation"><label>已收录的通知<select class="field" name="of">${options}</select></label>
<fieldset><legend>这份文件是</legend>${kinds}</fieldset>
<div class="actions"><button class="button" type="submit">保存</button>${relation !== null && markup`<button class="button button-quiet" type="button" data-no-relation>不指定</button>`}</div></form>`
  const isOpen = twin !== null && relation === null
  return markup`${list}<details class="more"${isOpen && markup` open`}><summary>指定与已有通知的关系</summary>${ask}</details>`
}
