import { annexTitle, type Catalogue, type Entry, fold } from '../../knowledge/finding/catalogue.ts'

export type RosterAction = 'final-acceptance' | 'mid-term-check'

/** What a list is called, and what its notice says of it. */
export type Label = {
  /** 附件3; '' where it stands in the notice itself. */
  annex: string
  number: number | undefined
  title: string
  /** The words that the notice points to the list with: 对第二批…项目承担单位（见附件3），开展中期检查. */
  pointer: { entry: Entry; before: string; after: string } | undefined
  batch?: 1 | 2
  action?: RosterAction
}

/** What stands beside the list in the metadata, if its author wrote it there. */
type Listed = { annex?: unknown; batch?: unknown; action?: unknown }

/** Reads the name of a list off its heading, the list of annexes, the sentence that points to it and the metadata. */
export function readLabel(catalogue: Catalogue, first: Entry, head: Entry | undefined): Label {
  const { notice } = first
  const annex = /^a\d+/u.exec(first.clause.id)?.[0]
  const listed = ((notice.rosters ?? []) as Listed[]).find((one) => one.annex !== undefined && one.annex === annex)
  const printed = annex === undefined ? '' : annexTitle(notice, annex)
  const title = (head?.clause.heading || printed || head?.clause.text || '').replace(/^附件\d*\s*/u, '')
  const { batch, action } = listed ?? {}
  return {
    annex: annex === undefined ? '' : (annexMarker(head) ?? `附件${annex.slice(1)}`),
    number: annex === undefined ? undefined : Number(annex.slice(1)),
    title,
    pointer: annex === undefined ? undefined : pointerTo(catalogue, first, annex.slice(1)),
    ...(batch === 1 || batch === 2 ? { batch } : {}),
    ...(action === 'final-acceptance' || action === 'mid-term-check' ? { action } : {}),
  }
}

/** The number of an annex as printed: 附件 where there is but one. */
const annexMarker = (head: Entry | undefined): string | undefined =>
  head?.clause.marker?.startsWith('附') ? head.clause.marker.replace(/[:：\s]/gu, '') : undefined

/** The part of a sentence that points to an annex, before and after the pointing. */
function pointerTo({ entries }: Catalogue, { notice }: Entry, number: string): Label['pointer'] {
  const pattern = new RegExp(
    `([^。；：]*?)[（(](?:名单)?(?:详?见)?附件${number}(?!\\d)[）)]((?:，[^。；，（）]*)?)`,
    'u',
  )
  for (const entry of entries) {
    if (entry.notice !== notice || entry.clause.id.startsWith('a')) continue
    const found = pattern.exec(entry.clause.text)
    if (!found) continue
    const [, before = '', after = ''] = found
    return {
      entry,
      before: (before.split(/[，、]|附件\d+[）)]/u).at(-1) ?? '').replace(/^其中/u, ''),
      after: after.replace(/^，/u, ''),
    }
  }
  return undefined
}

/** A text as labels are compared: folded, without quotation marks, 首批 as 第一批. */
export const plainly = (text: string): string =>
  fold(text)
    .replace(/[“”‘’"'《》「」]/gu, '')
    .replace(/首批|头一?批|批次一/gu, '第一批')

/** The words of a label, for holding a question against them. */
export const labelText = ({ title, pointer }: Label): string =>
  plainly(`${title}·${pointer ? `${pointer.before}·${pointer.after}` : ''}`)

/** A list's title without the end that the other lists of the notice have too: 中期检查 of 中期检查项目承担单位名单. */
export function shortTitle({ title }: Label, others: readonly string[]): string {
  const different = others.filter((other) => other !== title)
  const characters = [...title]
  const endFrom = (at: number): string => characters.slice(at).join('')
  let at = different.length > 0 ? 0 : characters.length
  while (at < characters.length && !different.every((other) => other.endsWith(endFrom(at)))) at += 1
  return at >= 2 ? characters.slice(0, at).join('') : title
}
