import { type Html, markup } from '../html.ts'
import { queryLink } from './query-link.ts'

/** What questions can be tagged with and to whom they can be assigned, as whoever is signed in sees it. */
export type Assigning = { me: string; colleagues: readonly string[]; tags: readonly string[] }

export type Option = [value: string, words: string]

/** Everybody but oneself, who stands first under another name. */
export const colleagueOptions = ({ me, colleagues }: Assigning): Option[] =>
  colleagues.filter((name) => name !== me).map((name) => [name, name])

/** Suggests the tags in use wherever one is typed. */
export const tagSuggestions = ({ tags }: Assigning): Html =>
  markup`<datalist id="tags-in-use">${tags.map((tag) => markup`<option value="${tag}"></option>`)}</datalist>`

export const tagField = markup`<label>加标签<input class="field" name="tag" list="tags-in-use" maxlength="200" placeholder="几个用顿号隔开" autocomplete="off"></label>`

/** The tags of a row, each leading to all that carry it. */
export const tagLinks = (tags: readonly string[]): Html[] =>
  tags.map((tag) => markup`<a class="tag" href="${queryLink('/staff/questions', { queue: 'all', tag })}">${tag}</a>`)

/** Who looks after a group and under which tags it stands, on its own page. */
export function assignmentFields(
  assigning: Assigning,
  { tags, assignee }: { tags: string[]; assignee: string | null },
) {
  const { me, colleagues } = assigning
  const isGone = assignee !== null && !colleagues.includes(assignee)
  const options: Option[] = [
    ['', '没有分派'],
    [me, `我（${me}）`],
    ...colleagueOptions(assigning),
    ...(isGone ? [[assignee, `${assignee}（已停用）`] satisfies Option] : []),
  ]
  const entries = options.map(
    ([value, words]) =>
      markup`<option value="${value}"${value === (assignee ?? '') && markup` selected`}>${words}</option>`,
  )
  const list = tags.map(
    (tag) =>
      markup`<li><button class="tag" type="button" data-untag="${tag}" aria-label="去掉标签：${tag}">${tag} ×</button></li>`,
  )
  return markup`<label>分派给<select class="field" name="assignee">${entries}</select></label>
<ul class="tag-list" data-tags aria-label="标签">${list}</ul>
<div class="search-row">${tagField}<button class="button button-quiet" type="button" data-tag>加上</button></div>${tagSuggestions(assigning)}`
}

/** Assigns and tags all that are picked. */
export function assignmentBulk(assigning: Assigning): Html {
  const options = colleagueOptions(assigning).map(
    ([value, words]) => markup`<option value="${value}">${words}</option>`,
  )
  return markup`<label>选中的分派给<select class="field" name="assignee" disabled><option value="" selected>选一位</option><option value="${assigning.me}">我</option>${options}<option value="@nobody">不分派</option></select></label>
${tagField}<button class="button button-quiet" type="button" data-bulk-tag disabled>给选中的加上</button>${tagSuggestions(assigning)}`
}
