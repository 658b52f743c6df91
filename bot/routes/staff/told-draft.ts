import type { Draft, DraftChange } from '../../../services/staff/notices/draft.ts'
import { findDraft } from '../../../services/staff/notices/draft-store.ts'
import { type DraftJson, draftJson } from '../../notice-desk/draft-json.ts'
import type { StaffNotices } from '../../notice-desk/notice-desk.ts'
import { Problem } from '../../problem.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'

/** The draft of an id. @throws {Problem} 404 where there is none. */
export async function requireDraft({ db }: StaffNotices, id: string): Promise<Draft> {
  const draft = await findDraft(db, id)
  if (!draft) throw new Problem(404, '没有这份草稿，可能已经发布或删除。')
  return draft
}

/** A draft as it is told. @param desk Whose notices in use it may speak of. */
export async function toldDraft({ notices, known, draftProgrammes }: StaffDesk, draft: Draft): Promise<DraftJson> {
  const inUse = known().catalogue.notices
  const titleOf = (id: string) => inUse.find((notice) => notice.id === id)?.title ?? id
  return draftJson(draft, await notices.reading(draft), titleOf, draftProgrammes)
}

/** What a change made. @throws {Problem} 404 where there is no draft any more, 409 where somebody else was first. */
export function madeOf(change: DraftChange | undefined, submitted: unknown): Draft {
  if (!change) throw new Problem(404, '没有这份草稿，可能已经发布或删除。')
  if (change.kind === 'changed') return change.draft
  const { id, version, told, title, scheduledFor = null } = change.stored
  throw new Problem(409, undefined, undefined, { stored: { id, version, title, scheduledFor, ...told }, submitted })
}

/** Somebody has put another edition in use meanwhile. */
export function staleNotice({ known }: StaffDesk, id: string, version: string): Problem {
  const stored = known().catalogue.notices.find((notice) => notice.id === id)
  return new Problem(409, undefined, undefined, {
    stored: { id, title: stored?.title ?? null },
    submitted: { version },
  })
}
