import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { Assessment } from '../eligibility/assessment.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'

/** What of an assessment can be taken home, in the order in which it is offered. */
export const downloadNames = ['self-check.docx', 'preparation.docx', 'deadline.ics', 'assessment.json'] as const

export type DownloadName = (typeof downloadNames)[number]

/** What can be taken home of an assessment: no calendar of a day that has passed. */
export const downloadsOf = ({ window }: Pick<Assessment, 'window'>): DownloadName[] =>
  downloadNames.filter((name) => name !== 'deadline.ics' || window.status !== 'closed')

/** A file ready to be sent. `fileName` is what people see, in Chinese; `type` its media type. */
export type Download = { fileName: string; type: string; body: Buffer }

/** An assessment with what it was made of and from. */
export type Assessed = {
  assessment: Assessment
  programme: ResolvedProgramme
  notice: Notice
  /** The unit that was spoken of, where one was. */
  unit?: string
}
