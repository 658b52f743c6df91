import type { Notice } from '../parsing/notice.ts'

/** The headings of a notice's numbered parts, annexes apart, without their numbers. */
export const partHeadings = ({ clauses }: Pick<Notice, 'clauses'>): { id: string; heading: string }[] =>
  clauses
    .filter(({ id, kind }) => kind === 'heading' && /^\d/u.test(id))
    .map(({ id, text, marker = '' }) => ({ id, heading: text.replace(marker, '').trim() }))
