import type { Need } from '../../../services/drafting/need.ts'

const figure = (limits: object): string =>
  Object.entries(limits)
    .map(
      ([bound, limit]) =>
        `${{ atLeast: '≥', moreThan: '>', atMost: '≤', lessThan: '<' }[bound] ?? `${bound} `}${typeof limit === 'object' ? JSON.stringify(limit).replace(/["{}]/gu, '') : limit}`,
    )
    .join(' ')

/** A need in short, as tables of tests write it. */
export function inWords(need: Need | undefined): string {
  if (need === undefined) return '-'
  if ('all' in need) return `(${need.all.map(inWords).join(' & ')})`
  if ('any' in need) return `(${need.any.map(inWords).join(' | ')})`
  if ('count' in need) return `${need.count} of (${need.of.map(inWords).join(', ')})`
  if ('when' in need) return `${inWords(need.when)} → ${inWords(need.then)}`
  if ('unread' in need) return `? ${need.unread}`
  if (need.kind === 'claim') return `${need.isDenied ? '¬' : ''}${need.text}`
  if (need.kind === 'choice') return `${need.subject ?? ''}${need.ladder}: ${need.oneOf.join('/')}`
  if (need.kind === 'date') return `${need.event} ${figure(need.limits)}`
  return `${need.measured === undefined ? '' : `[${need.measured}]`}${need.metric} ${figure(need.limits)}${need.unit}`
}
