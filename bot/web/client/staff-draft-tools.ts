import { lengthOf } from './characters.ts'
import { el } from './element.ts'
import { draftNow, type Draft, type Edit, type ReadClause, save } from './staff-draft-store.ts'

const ofCells = ['row', 'table']

/** Unfolds what can be done with a clause, or folds it again. */
export async function toggleTools(button: HTMLElement, line: HTMLElement): Promise<void> {
  const open = line.parentElement?.querySelector(':scope > .read-tools')
  button.setAttribute('aria-expanded', String(!open))
  if (open) return open.remove()
  const draft = await draftNow()
  const clause = draft.clauses.find(({ id }) => id === line.parentElement?.dataset.clause)
  if (clause && button.getAttribute('aria-expanded') === 'true') line.after(toolsFor(draft, clause))
}

const keep = (draft: Draft, edit: Edit, to: string = edit.clause) => void save({ edits: [...draft.edits, edit] }, to)

const button = (words: string, onclick: () => void) =>
  el('button', { class: 'button button-quiet', type: 'button', onclick }, words)

function toolsFor(draft: Draft, clause: ReadClause): HTMLElement {
  const { id, kind, heading } = clause
  const at = draft.clauses.findIndex((one) => one.id === id)
  const before = draft.clauses.slice(0, at).filter((one) => one.kind !== 'furniture')
  const last = before[before.length - 1]
  const isText = !ofCells.includes(kind)
  return el(
    'div',
    { class: 'read-tools' },
    el(
      'div',
      { class: 'actions' },
      isText &&
        last &&
        !ofCells.includes(last.kind) &&
        button('并入上一条', () => keep(draft, { do: 'join', clause: id }, last.id)),
      isText && heading !== '' && button('这不是标题', () => keep(draft, { do: 'retitle', clause: id, heading: '' })),
      isText &&
        heading === '' &&
        kind !== 'item' &&
        kind !== 'paragraph' &&
        button('这是正文', () => keep(draft, { do: 'retitle', clause: id, heading: '' })),
      kind !== 'furniture' && button('不收入（页码、菜单等）', () => keep(draft, { do: 'leave-out', clause: id })),
    ),
    isText && splitTool(draft, clause),
    isText && titleTool(draft, clause),
    moveTool(draft, clause, before),
    said(draft, id),
  )
}

const folded = (words: string, ...inner: (Node | false)[]) =>
  el('details', { class: 'more' }, el('summary', {}, words), ...inner)

function splitTool(draft: Draft, { id, text }: ReadClause): HTMLElement {
  const field = el('textarea', {
    class: 'field',
    rows: Math.min(8, 2 + Math.ceil(text.length / 30)),
    readonly: true,
    'aria-label': '这一条的文字',
  })
  field.value = text
  const part = button('从光标处分开', () => {
    const at = lengthOf(text.slice(0, field.selectionStart))
    if (at > 0 && at < lengthOf(text)) keep(draft, { do: 'split', clause: id, at })
    else field.focus()
  })
  return folded(
    '分成两条',
    el('p', { class: 'small' }, '把光标放在后一条的第一个字前面，再点下面的按钮。'),
    field,
    part,
  )
}

function titleTool(draft: Draft, { id, marker = '', heading, text }: ReadClause): HTMLElement {
  const body = text.startsWith(marker) ? text.slice(marker.length).trim() : text
  const field = el('input', { class: 'field', type: 'text', value: heading || body.split(/[。，；：]/u)[0] || body })
  const form = el(
    'form',
    { class: 'search-row' },
    el('label', {}, '标题（这一条开头的几个字）', field),
    el('button', { class: 'button button-quiet', type: 'submit' }, '设为标题'),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    keep(draft, { do: 'retitle', clause: id, heading: field.value.trim() })
  })
  return folded(heading === '' ? '设标题' : '改标题', form)
}

function moveTool(draft: Draft, { id, parent }: ReadClause, before: ReadClause[]): HTMLElement {
  const options = before
    .filter(({ kind, marker }) => kind === 'heading' || marker !== undefined)
    .map((one) => el('option', { value: one.id, selected: one.id === parent }, one.path || one.text.slice(0, 30)))
  const field = el('select', { class: 'field' }, el('option', { value: '' }, '最上一层'), ...options)
  const form = el(
    'form',
    { class: 'search-row' },
    el('label', {}, '放到哪一条下面', field),
    el('button', { class: 'button button-quiet', type: 'submit' }, '移过去'),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    keep(draft, { do: 'move', clause: id, under: field.value === '' ? null : field.value })
  })
  return folded('换个位置', form)
}

/** What the clause was taken to say, in the words in which it may be said. */
function said({ statements }: Draft, id: string): HTMLElement | false {
  const own = statements.filter(({ clause, isSure }) => clause === id && isSure)
  return (
    own.length > 0 &&
    folded(
      `读出的意思（${own.length}）`,
      el('ul', { class: 'wording-list' }, ...own.map(({ text }) => el('li', {}, text))),
    )
  )
}
