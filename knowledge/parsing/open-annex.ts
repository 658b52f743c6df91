import { parseNumeral } from '../language/numeral.ts'
import { cleanText, squeeze } from '../language/clean-text.ts'
import { annexDigits, annexTitle } from './annex-lines.ts'
import type { ClauseTree } from './clause-tree.ts'
import type { Paragraph } from './read-paragraphs.ts'
import type { MarkedParagraph } from './repair-markers.ts'

/** Paragraphs after the line of an annex that may be lines of its head. */
const reach = 12

/** Text compared without regard to layout and width. */
const normal = (text: string): string => squeeze(cleanText(text))

/**
 * Opens an annex with its title, the short lines up to the first that is a field, a provision or a sentence.
 *
 * @param at Place of its line among the paragraphs.
 * @returns The paragraphs after the line that belong to its head.
 */
export function openAnnex(tree: ClauseTree, paragraphs: MarkedParagraph[], at: number): Paragraph[] {
  const line = paragraphs[at]!
  const own = titleOfAnnex(tree, line.raw)
  if (own !== '') {
    tree.openAnnex(line, annexNumber(tree, line), [], [], own)
    return []
  }
  const rest = paragraphs.slice(at + 1, at + 1 + reach)
  const start = rest.findIndex((paragraph) => !/[:：]$/u.test(paragraph.raw))
  const until = rest.findIndex(
    (paragraph, at) =>
      at >= start && (at === start + 2 || !(isTitle(paragraph) || (at === start && isListed(tree, paragraph.raw)))),
  )
  const titles = rest.slice(Math.max(start, 0), Math.max(until, 0))
  const before = titles.length > 0 ? rest.slice(0, start) : []
  tree.openAnnex(line, annexNumber(tree, line), before, titles)
  return [...before, ...titles]
}

/** The title on the line of an annex itself; set right after its number, where the list of annexes has that title. */
export function titleOfAnnex(tree: ClauseTree, raw: string): string {
  const own = /^附[件表录][\d一二三四五六七八九十]+[:：]?(.{2,60})$/u.exec(normal(raw))?.[1]
  return annexTitle(raw) || (own && isListed(tree, own) ? own : '')
}

/** Characters of a list of annexes that are looked at. */
const listReach = 10_000

/** Whether the list of annexes has a title. */
function isListed(tree: ClauseTree, title: string): boolean {
  const listed = tree.find('annexes')?.text.slice(0, listReach).split('\n') ?? []
  return listed.some((line) => normal(line).endsWith(normal(title)))
}

function annexNumber(tree: ClauseTree, line: Paragraph): number {
  const digits = annexDigits(line.raw)
  return digits ? parseNumeral(digits) : tree.annexes + 1
}

const isTitle = (paragraph: MarkedParagraph): boolean =>
  paragraph.kind === 'text' && !paragraph.marker && paragraph.short && !/[:：。；]/u.test(paragraph.raw)
