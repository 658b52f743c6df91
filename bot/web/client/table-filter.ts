import { el } from './element.ts'
import { wantedClause } from './wanted-clause.ts'

/** A longer list is searched more easily than scrolled. */
const longest = 20

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** Whether all characters stand in the text in their order, as those of a short name do: 交大 in 上海交通大学. */
function isShortFor(short: string, text: string): boolean {
  let from = 0
  for (const character of short) {
    from = text.indexOf(character, from) + 1
    if (from === 0) return false
  }
  return true
}

type Row = { element: HTMLTableRowElement; cells: string[] }

/** The rows in which every term stands; where none is, those for which each is short. */
function rowsFor(typed: string, rows: Row[]): Row[] {
  const terms = typed
    .split(/[\s,，、]+/)
    .map(plain)
    .filter(Boolean)
  const found = (isIn: (term: string, cell: string) => boolean) =>
    rows.filter(({ cells }) => terms.every((term) => cells.some((cell) => isIn(term, cell))))
  const exact = found((term, cell) => cell.includes(term))
  return exact.length > 0 ? exact : found(isShortFor)
}

/** The field, with how many rows it leaves, and the button that unfolds the list. */
function filterOf(box: HTMLElement, rows: Row[]): HTMLElement {
  const count = el('span', { class: 'small', role: 'status' })
  const field = el('input', { class: 'field', type: 'search', placeholder: '单位、项目或序号', autocomplete: 'off' })
  const all = el(
    'button',
    { class: 'button button-quiet', type: 'button', onclick: unfold },
    `显示全部${rows.length}行`,
  )
  let isFolded = true

  function apply(): void {
    const isSearched = field.value.trim() !== ''
    const found = isSearched ? rowsFor(field.value, rows) : isFolded ? rows.slice(0, longest) : rows
    const visible = new Set(found)
    for (const row of rows) row.element.classList.toggle('is-out', !visible.has(row))
    box.classList.toggle('is-filtered', isSearched)
    all.hidden = isSearched || !isFolded
    const words = found.length > 0 ? `找到${found.length}行` : '没有找到，换个说法试试'
    count.textContent = isSearched ? words : `共${rows.length}行`
  }

  function unfold(): void {
    isFolded = false
    apply()
  }

  /** A row that the address names is never left out. */
  function showWanted(): void {
    const wanted = rows.find(({ element }) => element.id !== '' && element.id === wantedClause())
    if (!wanted?.element.classList.contains('is-out')) return
    field.value = ''
    unfold()
    wanted.element.scrollIntoView()
  }

  field.addEventListener('input', apply)
  window.addEventListener('hashchange', showWanted)
  box.after(all)
  apply()
  showWanted()
  return el('div', { class: 'table-filter' }, el('label', {}, '在名单中查找', field), count)
}

/** Puts a field above every long table that filters its rows as one types, and folds what is beyond the first rows. */
export function filterTables(): void {
  document.querySelectorAll<HTMLElement>('.table-box').forEach((box) => {
    const rows = Array.from(box.querySelectorAll<HTMLTableRowElement>('tbody tr')).map((element) => ({
      element,
      cells: Array.from(element.querySelectorAll('td:not(.row-link)')).map((cell) => plain(cell.textContent ?? '')),
    }))
    if (rows.length > longest) box.before(filterOf(box, rows))
  })
}
