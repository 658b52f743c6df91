import { readingWords } from './reading-words.ts'

/** Rows shown at first, of a group that is opened and of all that a filter leaves. */
const atFirst = 20
const words = readingWords()

type Group = { box: HTMLDetailsElement; rows: HTMLElement[]; name: string }

const squeezed = (text: string): string => text.replace(/\s/g, '').toLowerCase()
const nameOf = (row: HTMLElement): string => row.dataset.unit ?? ''

const readGroups = (lists: HTMLElement): Group[] =>
  [...lists.querySelectorAll('details')].map((box) => ({
    box,
    rows: [...box.querySelectorAll<HTMLElement>('[data-unit]')],
    name: squeezed(box.querySelector('summary span')?.textContent ?? ''),
  }))

/** Hides groups and lists of which nothing is shown. */
function hideEmpty(lists: HTMLElement, groups: Group[]): void {
  for (const { box, rows } of groups) box.hidden = rows.every((row) => row.hidden)
  for (const list of lists.querySelectorAll<HTMLElement>('section'))
    list.hidden = [...list.querySelectorAll('details')].every(({ hidden }) => hidden)
}

/** Shows the rows of a group that are meant, all where nothing is asked for; gives those shown. */
function filterGroup({ box, rows, name }: Group, asked: string, meant: ReadonlySet<string>): HTMLElement[] {
  const isMeant = (unit: string): boolean => meant.has(unit) || squeezed(unit).includes(asked) || name.includes(asked)
  const kept = rows.filter((row) => asked === '' || isMeant(nameOf(row)))
  for (const row of rows) row.hidden = !kept.includes(row)
  box.open = asked !== '' && kept.length > 0
  box.classList.toggle('is-filtered', asked !== '')
  showCount(box, asked === '' ? undefined : kept.length)
  return kept
}

/** Filters the lists of units; `filter('')` folds them up again. Gives how many rows are meant. */
export function makeFilter(lists: HTMLElement): { filter(text: string, units: readonly string[]): number } {
  const more = lists.querySelector<HTMLButtonElement>('[data-more]')
  const groups = readGroups(lists)
  let beyond: HTMLElement[] = []

  function filter(text: string, units: readonly string[]): number {
    const asked = squeezed(text)
    const meant = new Set(units)
    const kept = groups.flatMap((group) => filterGroup(group, asked, meant))
    beyond = asked === '' ? [] : kept.slice(atFirst)
    for (const row of beyond) row.hidden = true
    if (more) {
      more.hidden = beyond.length === 0
      more.textContent = words.restOfRows(beyond.length)
    }
    hideEmpty(lists, groups)
    return kept.length
  }

  more?.addEventListener('click', () => {
    for (const row of beyond) row.hidden = false
    hideEmpty(lists, groups)
    more.hidden = true
    beyond[0]?.querySelector('a')?.focus()
    beyond = []
  })
  for (const { box, rows } of groups) if (rows.length > atFirst) foldRest(box, rows)
  return { filter }
}

/** How many rows of a group are meant, of how many. */
function showCount(box: HTMLElement, kept: number | undefined): void {
  const place = box.querySelector<HTMLElement>('[data-group-count]')
  if (place) place.textContent = words.units(`${kept === undefined ? '' : `${kept}/`}${place.dataset.groupCount}`)
}

/** Shows the first rows of a long group, and the rest when asked. */
function foldRest(box: HTMLDetailsElement, rows: HTMLElement[]): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button button-quiet'
  button.textContent = words.restOfUnits(rows.length - atFirst)
  button.addEventListener('click', () => {
    box.classList.remove('is-folded')
    button.remove()
    rows[atFirst]?.querySelector('a')?.focus()
  })
  box.classList.add('is-folded')
  box.append(button)
}
