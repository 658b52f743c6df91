import type { Database } from '../../knowledge/database/schema.ts'
import type { SingleSignOn } from '../../services/staff/single-sign-on.ts'
import type { Known } from '../known.ts'
import type { DraftProgrammes } from '../notice-desk/draft-json.ts'
import type { StaffNotices } from '../notice-desk/notice-desk.ts'
import type { ProgrammeDesk } from '../programme-desk/programme-desk.ts'

/** What the staff console is made with. */
export type StaffDesk = {
  db: Database
  /** What is known at this moment. */
  known(): Known
  /** Signs the cookies of sessions. */
  sessionSecret: string
  /** Where the times that people read are told. */
  timeZone: string
  /** Signs people in at the organisation, where it is configured. */
  singleSignOn?: SingleSignOn
  /** Where notices are read and put in use. */
  notices: StaffNotices
  /** Where programmes are written and put in use. */
  programmes: ProgrammeDesk
  /** Drafts the programmes that a notice opens, for whoever reads its draft. */
  draftProgrammes?: DraftProgrammes
}
