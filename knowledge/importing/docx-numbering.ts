import { load, type CheerioAPI } from 'cheerio'
import type { HtmlElement } from './html-nodes.ts'
import { formatNumber } from './list-numbers.ts'

type Level = { format: string; text: string; start: number }
type List = { id: string; levels: Map<number, Level> }

const parse = (xml: string): CheerioAPI => load(xml, { xml: true })
const value = ($: CheerioAPI, parent: HtmlElement | undefined, name: string): string | undefined =>
  $(parent).children(name).first().attr('w:val')

/**
 * Writes the numbers that a word processor counts itself (「一、」「（二）」「3.」) into the paragraphs they stand
 * before, so that reading the document keeps them.
 *
 * @param document `word/document.xml`; `numbering` and `styles` the parts of those names, where there are any.
 * @returns The document's XML with the numbers as text.
 */
export function writeListNumbers(document: string, numbering = '', styles = ''): string {
  const lists = readLists(parse(numbering))
  const numberOfStyle = readStyles(parse(styles))
  const $ = parse(document)
  const counts = new Map<string, number[]>()
  for (const paragraph of $('w\\:p').toArray()) {
    const properties = $(paragraph).children('w\\:pPr')[0]
    const own = $(properties).children('w\\:numPr')[0]
    const place = own ? placeOf($, own) : numberOfStyle.get(value($, properties, 'w\\:pStyle') ?? '')
    const list = place && lists.get(place.list)
    const level = list?.levels.get(place?.level ?? 0)
    $(own).remove()
    if (!list || !level || !place || $(paragraph).text().trim() === '') continue
    const text = count(counts, list, place.level)
    const run = $('<w:r><w:t xml:space="preserve"></w:t></w:r>')
    run.children().text(text)
    if (properties) $(properties).after(run)
    else $(paragraph).prepend(run)
  }
  return $.xml()
}

type Place = { list: string; level: number }

const placeOf = ($: CheerioAPI, numPr: HtmlElement): Place => ({
  list: value($, numPr, 'w\\:numId') ?? '0',
  level: Number(value($, numPr, 'w\\:ilvl') ?? 0),
})

/** Counts one more on its level, beginning the levels below anew, and says the number as the level shows it. */
function count(counts: Map<string, number[]>, list: List, at: number): string {
  const numbers = counts.get(list.id) ?? []
  counts.set(list.id, numbers)
  const startOf = (level: number) => list.levels.get(level)?.start ?? 1
  numbers[at] = (numbers[at] ?? startOf(at) - 1) + 1
  numbers.length = at + 1
  return list.levels.get(at)!.text.replace(/%(\d)/gu, (_, digit: string) => {
    const level = Number(digit) - 1
    return formatNumber(numbers[level] ?? startOf(level), list.levels.get(level)?.format ?? 'decimal')
  })
}

/** The lists by the number that paragraphs name them by; several numbers may go on counting one list. */
function readLists($: CheerioAPI): Map<string, List> {
  const abstract = new Map<string, Map<number, Level>>()
  for (const element of $('w\\:abstractNum').toArray()) {
    abstract.set(element.attribs['w:abstractNumId'] ?? '', readLevels($, element))
  }
  const lists = new Map<string, List>()
  for (const element of $('w\\:num').toArray()) {
    const of = value($, element, 'w\\:abstractNumId') ?? ''
    const number = element.attribs['w:numId'] ?? ''
    const levels = new Map(abstract.get(of))
    const overrides = $(element).children('w\\:lvlOverride').toArray()
    for (const override of overrides) {
      const at = Number(override.attribs['w:ilvl'])
      const start = value($, override, 'w\\:startOverride')
      const level = readLevels($, override).get(at) ?? levels.get(at)
      if (level) levels.set(at, start === undefined ? level : { ...level, start: Number(start) })
    }
    lists.set(number, { id: overrides.length > 0 ? `${of}/${number}` : of, levels })
  }
  return lists
}

function readLevels($: CheerioAPI, parent: HtmlElement): Map<number, Level> {
  const levels = $(parent).children('w\\:lvl').toArray()
  return new Map(
    levels.map((level) => [
      Number(level.attribs['w:ilvl'] ?? 0),
      {
        format: value($, level, 'w\\:numFmt') ?? 'decimal',
        text: value($, level, 'w\\:numFmt') === 'bullet' ? '' : (value($, level, 'w\\:lvlText') ?? ''),
        start: Number(value($, level, 'w\\:start') ?? 1),
      },
    ]),
  )
}

/** The place in a list that a paragraph has by its style, or by the style that one is based on. */
function readStyles($: CheerioAPI): Map<string, Place> {
  const styles = new Map(
    $('w\\:style')
      .toArray()
      .map((style) => [style.attribs['w:styleId'] ?? '', style]),
  )
  const places = new Map<string, Place>()
  for (const id of styles.keys()) {
    const seen = new Set<string>()
    let at: string | undefined = id
    while (at !== undefined && !seen.has(at)) {
      seen.add(at)
      const style = styles.get(at)
      const numPr = $(style).children('w\\:pPr').children('w\\:numPr')[0]
      if (numPr) places.set(id, placeOf($, numPr))
      at = numPr ? undefined : value($, style, 'w\\:basedOn')
    }
  }
  return places
}
