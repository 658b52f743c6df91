import { plainly, shortTitle } from '../../roster/label.ts'
import type { Roster } from '../../roster/roster.ts'

/** What a list is called beside the others of its notice: 附件3（中期检查，第二批）. */
export function listName({ label }: Roster, all: Roster[]): string {
  const title = shortTitle(
    label,
    all.map((other) => other.label.title),
  )
  const batch = /第[一二三四五六七八九十]+批/u.exec(plainly(label.pointer?.before ?? ''))?.[0]
  const printed = batch && label.pointer?.before.includes('首批') ? '首批' : batch
  const inside = [title, ...(printed && !title.includes(printed) ? [printed] : [])].join('，')
  return label.annex === '' ? `“${inside}”` : `${label.annex}（${inside}）`
}
