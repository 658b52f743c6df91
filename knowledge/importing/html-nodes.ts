import type { CheerioAPI } from 'cheerio'

/** The nodes of a page, as cheerio has them. */
export type HtmlNode = ReturnType<CheerioAPI['root']>[number]['children'][number]
export type HtmlElement = Extract<HtmlNode, { attribs: object }>

export const isElement = (node: HtmlNode): node is HtmlElement => 'attribs' in node
