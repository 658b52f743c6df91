import { cleanText, squeeze } from '../language/clean-text.ts'
import { namesNotice } from './notice-words.ts'
import type { Paragraph } from './read-paragraphs.ts'

const longestTitle = 80
const announced = /(?:印发|发布|公布|转发|制定了?|修订了?|现将|审议通过)/u

/**
 * Finds where a document that a notice announces begins: the line that is its title, as the notice's own title or a
 * sentence before it names the document (「现将《X》印发给你们」).
 *
 * @param title The notice's, without white space.
 * @param taken Paragraphs that are something else, such as the notice's own title.
 */
export function findEnclosed(paragraphs: Paragraph[], title: string, taken: ReadonlySet<Paragraph>): Set<Paragraph> {
  const found = new Set<Paragraph>()
  const named = new Set<string>()
  const read = announced.test(title) ? [title] : []
  for (const paragraph of paragraphs) {
    const text = squeeze(cleanText(paragraph.raw))
    if (taken.has(paragraph) || paragraph.kind !== 'text') continue
    const isTitle = text !== title && text.length <= longestTitle && namesNotice(text) && !/[，。；：]/u.test(text)
    if (isTitle && text.length >= 4 && (named.has(text) || read.some((earlier) => announces(earlier, text)))) {
      found.add(paragraph)
    } else if (announced.test(text)) for (const [, name] of text.matchAll(/《([^《》]+)》/gu)) named.add(name!)
  }
  return found
}

/** 「关于印发X的通知」, with or without brackets around the name. */
const announces = (title: string, name: string): boolean =>
  title !== name &&
  new RegExp(`(?:印发|发布|公布|转发)《?${RegExp.escape(name)}》?(?:的(?:通知|公告|通告|决定))?$`, 'u').test(title)
