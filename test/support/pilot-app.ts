import { openNoticeDesk } from '../../knowledge/importing/notice-desk.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import { shippedProgrammes } from '../../services/eligibility/shipped-programmes.ts'
import { pilotBase, pilotNotice } from '../services/eligibility/pilot-base.ts'

/** What ships, with a notice and a programme that are none of it: open from 2026-11-02 to 2026-12-31. */
export const withPilot = { notices: [...loadNotices(), pilotNotice], programmes: [...shippedProgrammes(), pilotBase] }

/** A check of it that meets every condition, in the words that people type. */
export const pilotCheck = [
  `/check ${pilotBase.id}`,
  ...['是', '2021年3月5日', '没有', '120人', '1500万元', '不是', '12件', '6%', '200万元', '确认'],
]

/** Puts another edition of its notice in use. */
export async function publishPilotNotice(db: Database, change: (text: string) => string): Promise<void> {
  const { source, clauses: _, ...given } = pilotNotice
  const edition = { fileName: 'pilot.txt', source: change(source), given, hints: {} }
  await openNoticeDesk(db, withPilot.notices).add(edition)
}

/** The notice with another limit of staff. */
export const limitedTo = (most: number) => (text: string) =>
  text.replace('职工人数不超过300人', `职工人数不超过${most}人`)

/** The notice as it came. */
export const asItCame = (text: string): string => text
