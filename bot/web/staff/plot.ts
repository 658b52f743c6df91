import type { Bin } from '../../staff/bins.ts'
import { type Html, markup } from '../html.ts'
import { queryLink } from './query-link.ts'

/**
 * A row of values over stretches of days, none for one in which nothing was; `look` names its colour in the style sheet, `of`
 * says for shares of how many.
 */
export type Series = { name: string; look: string; values: (number | undefined)[]; of?: readonly number[] }

const width = 520
const height = 190
const left = 48
const bottom = 26
const top = 12
const plotHeight = height - bottom - top
const plotWidth = width - left

/** The next of 1, 2, 5 · 10ⁿ. */
function niceMost(value: number): number {
  if (value <= 4) return 4
  const power = 10 ** Math.floor(Math.log10(value))
  return power * ([1, 2, 4, 5, 10].find((step) => step * power >= value) ?? 10)
}

const round = (value: number): number => Math.round(value * 10) / 10
const yOf = (value: number, most: number): number => round(top + plotHeight * (1 - value / most))

function frame(bins: readonly Bin[], most: number, unit: string): Html {
  const lines = [0, 0.5, 1].map((share) => {
    const y = yOf(share * most, most)
    return markup`<line class="grid" x1="${left}" x2="${width}" y1="${y}" y2="${y}"/><text class="axis" x="${left - 6}" y="${y + 4}" text-anchor="end">${round(share * most)}${unit}</text>`
  })
  const last = bins.length - 1
  const marked = [0, Math.floor(last / 2), last]
  const isLong = bins[0]?.to.slice(0, 4) !== bins.at(-1)?.to.slice(0, 4)
  const labels = [...new Set(marked)].map((at) => {
    const anchor = at === 0 ? 'start' : at === last ? 'end' : 'middle'
    return markup`<text class="axis" x="${round(left + ((at + (at === 0 ? 0 : at === last ? 1 : 0.5)) * plotWidth) / bins.length)}" y="${height - 6}" text-anchor="${anchor}">${bins[at]?.to.slice(isLong ? 0 : 5, isLong ? 7 : undefined)}</text>`
  })
  return markup`${lines}${labels}`
}

const legend = (series: readonly Series[]): Html =>
  markup`<p class="legend">${series.map(({ name, look }) => markup`<span><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class="${look}" width="10" height="10"/></svg>${name}</span>`)}</p>`

/** The questions of a stretch of days. */
const questionsOf = ({ from, to }: Bin): string =>
  queryLink('/staff/questions', { queue: 'all', view: 'questions', review: 'any', from, to })

/** A value with its unit and, of a share, of how many it is one. */
function cellOf({ values, of }: Series, at: number, unit: string): string {
  const value = values[at]
  if (value === undefined) return ''
  return `${round(value)}${unit}${of ? `（n=${of[at]}）` : ''}`
}

/** The same figures to read, for those who can't see the plot or want to know exactly. */
function table(bins: readonly Bin[], series: readonly Series[], unit: string): Html {
  const rows = bins.map(
    (bin, at) =>
      markup`<tr><th scope="row"><a href="${questionsOf(bin)}">${bin.name}</a></th>${series.map((one) => markup`<td class="is-number">${cellOf(one, at, unit)}</td>`)}</tr>`,
  )
  return markup`<details class="more"><summary>数字</summary><div class="table-box" tabindex="0" role="region" aria-label="数字"><table><thead><tr><th>日期</th>${series.map(({ name }) => markup`<th>${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></details>`
}

type Plot = { title: string; bins: readonly Bin[]; series: readonly Series[]; unit?: string }

function figure({ title, bins, series, unit = '' }: Plot, most: number, shapes: Html): Html {
  return markup`<figure class="plot"><figcaption><h2>${title}</h2></figcaption>${legend(series)}
<svg viewBox="0 0 ${width} ${height}" role="group" aria-label="${title}">${frame(bins, most, unit)}${shapes}</svg>${table(bins, series, unit)}</figure>`
}

/** Bars of stretches of days, what belongs to one stacked; each leads to its questions. */
export function stackedBars(plot: Plot): Html {
  const { bins, series } = plot
  const most = niceMost(
    Math.max(1, ...bins.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))),
  )
  const step = plotWidth / bins.length
  const bars = bins.map((bin, at) => {
    let below = 0
    const shapes = series.map(({ name, look, values }) => {
      const value = values[at] ?? 0
      if (value === 0) return ''
      const y = yOf(below + value, most)
      const rect = markup`<rect class="${look}" x="${round(left + at * step + step * 0.1)}" width="${round(step * 0.8)}" y="${y}" height="${round(yOf(below, most) - y)}"><title>${bin.name} ${name} ${value}</title></rect>`
      below += value
      return rect
    })
    // The table below leads there too, for those who go by keyboard.
    return below > 0 && markup`<a href="${questionsOf(bin)}" tabindex="-1" aria-label="${bin.name}">${shapes}</a>`
  })
  return figure(plot, most, markup`${bars}`)
}

/** Points in a row, each of a day after the day before. */
function runsOf(values: Series['values']): { at: number; value: number }[][] {
  const runs: { at: number; value: number }[][] = [[]]
  values.forEach((value, at) => {
    if (value === undefined) runs.push([])
    else runs.at(-1)!.push({ at, value })
  })
  return runs.filter((run) => run.length > 0)
}

/** Lines over days, broken where there is nothing. `most` is the top of the scale where it is fixed. */
export function lines(plot: Plot & { most?: number }): Html {
  const { bins, series } = plot
  const most = plot.most ?? niceMost(Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))))
  const step = plotWidth / bins.length
  const xOf = (at: number) => round(left + (at + 0.5) * step)
  const shapes = series.map(({ look, values }) =>
    runsOf(values).map((run) => {
      const points = run.map(({ at, value }) => `${xOf(at)},${yOf(Math.min(value, most), most)}`)
      const [{ at, value }] = run as [{ at: number; value: number }]
      return run.length > 1
        ? markup`<polyline class="line ${look}" points="${points.join(' ')}"/>`
        : markup`<circle class="${look}" cx="${xOf(at)}" cy="${yOf(Math.min(value, most), most)}" r="3"/>`
    }),
  )
  return figure(plot, most, markup`${shapes}`)
}

/** A list of names, each with a bar as long as its count. */
export function rankedBars(
  title: string,
  rows: readonly { name: Html | string; count: number; note?: string }[],
): Html {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  const entries = rows.map(
    ({
      name,
      count,
      note,
    }) => markup`<li><span class="ranked-name">${name}</span><span class="ranked-count">${count}${note}</span>
<svg class="ranked-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="tone-answered" width="${round((100 * count) / most)}" height="4"/></svg></li>`,
  )
  return markup`<section class="ranked"><h2>${title}</h2>${rows.length === 0 ? markup`<p class="small">这段时间没有。</p>` : markup`<ol>${entries}</ol>`}</section>`
}
