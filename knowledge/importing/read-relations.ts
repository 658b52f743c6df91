import { squeeze } from '../language/clean-text.ts'
import { normal } from './source-lines.ts'
import { sentencesOf } from './source-sentences.ts'

/** Another document that a notice speaks of, and the words it does so in. */
export type Named = { title: string; documentNumber?: string; quote: string; start?: number; end?: number }
/** What a notice puts out of force and what it changes. */
export type Relations = { repeals: Named[]; amends: Named[] }

const ends = /(?:同时|即行|自行|自动|予以|相应)?(?:废止|失效)|(?:停止|不再)(?:执行|施行)/u
/** What ends is something else: a certificate, an application. */
const amended = /(?:决定|现)?(?:对|将).*(?:作出?|进行)如下(?:修改|修订|调整)|修改如下|修改为|作(?:出)?如下修改/u
/** Titles of notices that change another one: 「关于延长《……》申报时间的通知」. */
const changesAnother = /关于(?:修改|修订|修正|调整|更正|变更|延长|延期|顺延)|的补充(?:通知|公告)|更正(?:通知|公告)/u
const document =
  /《((?:[^《》]|《[^《》]*》)+)》(?:[（(]([^（）()]*?〔\d{4}〕第?\d+号|[^（）()]*?令第?\d+号)[^（）()]*[)）])?/gu

/** Without white space; the brackets of a title within a title as those around it. */
export const plainTitle = (text: string): string => squeeze(text).replace(/[〈<]/gu, '《').replace(/[〉>]/gu, '》')

/**
 * The documents that a notice puts out of force or changes: 「《……办法》（申府办〔2023〕1号）同时废止」.
 *
 * @param title The notice's, which may say so itself: 「关于修改〈……〉的决定」.
 */
export function readRelations(source: string, title: string): Relations {
  const sentences = sentencesOf(source)
  const repeals = sentences.filter(({ text }) => ends.test(text)).flatMap(documentsIn)
  const amends = sentences
    .filter(({ text }) => amended.test(text) && /(?:修改|修订|调整)/u.test(text))
    .flatMap(documentsIn)
  const own = normal(title)
  const quoted = { text: own, quote: title }
  if (changesAnother.test(own)) amends.unshift(...documentsIn(quoted))
  if (/关于.{0,6}废止/u.test(own)) repeals.unshift(...documentsIn(quoted))
  return { repeals: once(repeals, own), amends: once(amends, own) }
}

type Said = { text: string; quote: string; start?: number; end?: number }

function documentsIn({ text, quote, start, end }: Said): Named[] {
  const place = start === undefined || end === undefined ? {} : { start, end }
  return [...bracketed(normal(text)).matchAll(document)].map(([, name = '', number]) => ({
    title: plainTitle(name),
    ...(number !== undefined && { documentNumber: number.replace(/^.*[，、]/u, '') }),
    quote,
    ...place,
  }))
}

/** 〈 〉 that stand alone, as in the title of a decision, as 《 》. */
const bracketed = (text: string): string => (text.includes('《') ? text : plainTitle(text))

const once = (named: readonly Named[], own: string): Named[] =>
  [
    ...new Map(
      named
        .filter(({ title }) => title !== plainTitle(own))
        .map((one): [string, Named] => [one.documentNumber ?? one.title, one])
        .toReversed(),
    ).values(),
  ].toReversed()
