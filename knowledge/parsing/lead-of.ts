import type { Marker } from './markers.ts'

/** The title that a provision opens with: 「第三条 载体建设。……」「第三条（期限）……」. A sentence of an article is none. */
export function leadOf(body: string, { style }: Marker): string {
  const bracketed = style === 'article' && /^（([\p{Script=Han}、]{2,12})）/u.exec(body)?.[1]
  if (bracketed) return bracketed
  const lead = /^([^，。；：]{2,20})。./u.exec(body)?.[1] ?? ''
  return style === 'article' && (lead.length > 12 || statement.test(lead)) ? '' : lead
}
const statement = /\d|^本|可以|应当?|不得|实行|设立|有效期|负责|[是由自为每]/u
