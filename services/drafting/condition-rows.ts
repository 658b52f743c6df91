import type { Clause } from '../../knowledge/parsing/clause.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import { factsOf } from './chunks.ts'
import { type Need, allOf, claim } from './need.ts'
import type { Entry } from './own-entries.ts'
import { figureNeed, metricOf, shareOf } from './read-figure.ts'

const numbering = /^(?:序号|编号|备注|说明|No\.?)$/u
const nothing = /^(?:[—–\-/]+|无|不限|不作要求)?$/u

const bounded = /^(?:不(?:少于|低于|超过|高于|小于|大于)|超过|满|达到?)\d|\d[^\d]*(?:以上|以下)$/u

/** 不少于40班 under 挂靠航次: the figure of the cell, of what its head names. */
function cellNeed(head: string, cell: string): Need[] {
  const words = cell.trim()
  if (nothing.test(words)) return []
  const { figures } = factsOf(words)
  const [figure] = figures
  // 不少于40航次, in a unit that isn't known: asked for in words.
  const rest = figure ? words.slice(0, figure.from) + words.slice(figure.to) : words
  if (figures.length <= 1 && /^\p{Script=Han}{0,5}\d*\p{Script=Han}{1,4}$/u.test(rest) && bounded.test(words))
    return [claim(`${head}${words}`)]
  if (!figure || figures.length > 1 || rest !== '') return [{ unread: `${head}：${words}` }]
  const metric = metricOf(head, '')
  if (metric === '') return [{ unread: `${head}：${words}` }]
  return [figureNeed(figure, words, figure.kind === 'percent' ? shareOf(metric, words) : metric)]
}

/** A table of limits by kind, a case a row; a person reads one that is not plain. */
export function rowEntries(rows: readonly Clause[]): Entry[] {
  const [first] = rows
  if (!first) return []
  const heads = Object.keys(first.cells ?? {}).filter((head) => !numbering.test(head))
  const [label, ...limits] = heads
  const names = rows.map(({ cells }) => (label === undefined ? '' : (cells?.[label] ?? '').trim()))
  const isPlain =
    limits.length > 0 &&
    rows.length > 1 &&
    names.every((name) => name !== '' && factsOf(name).figures.length === 0) &&
    new Set(names).size === rows.length
  const needs = rows.flatMap(({ cells }, at): Need[] => {
    const then = allOf(limits.flatMap((head) => cellNeed(head, cells?.[head] ?? '')))
    return then ? [{ when: claim(`属于${names[at]!}`), then }] : []
  })
  const need = isPlain ? allOf(needs) : { unread: rows.map(({ text }) => text).join('；') }
  return need
    ? [
        {
          need,
          clause: first,
          start: 0,
          end: first.text.length,
          from: rows.map(({ id }) => id),
          ...(!isPlain && { review: texts.review.table }),
        },
      ]
    : []
}
