import type { Database } from '../../knowledge/database/schema.ts'
import type { Known } from '../known.ts'

/** What the staff console is made with. */
export type StaffDesk = {
  db: Database
  /** What is known at this moment. */
  known(): Known
  /** Signs the cookies of sessions. */
  sessionSecret: string
  /** Where the times that people read are told. */
  timeZone: string
}
