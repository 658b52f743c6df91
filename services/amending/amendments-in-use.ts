import { keptFor } from '../../knowledge/kept.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { Located } from './find-amended.ts'
import { pendingAmendments } from './pending-amendments.ts'

/** What the notices in use change of each other, the latest last; found once for each set of them. */
export const amendmentsInUse = keptFor((notices: readonly Notice[]) =>
  keptFor((notice: Notice): Located[] => pendingAmendments(notice, notices)),
)
