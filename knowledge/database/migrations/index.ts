import type { Migration } from 'kysely/migration'
import { noticesAndConversations } from './001-notices-and-conversations.ts'
import { addedAndRemovedNotices } from './002-added-and-removed-notices.ts'
import { sharedInterviews } from './003-shared-interviews.ts'
import { telegram } from './004-telegram.ts'
import { staff } from './005-staff.ts'
import { modelAnswers } from './006-model.ts'
import { versions } from './007-versions.ts'
import { serialTurns } from './010-serial-turns.ts'
import { signInPlaces } from './011-sign-in.ts'
import { statements } from './012-statements.ts'
import { turnsAtOnce } from './013-turns-at-once.ts'
import { toldChanges } from './014-told-changes.ts'
import { noticeDesk } from './015-notice-desk.ts'
import { programmes } from './016-programmes.ts'
import { chats } from './017-chats.ts'
import { modelChoices } from './018-model-choices.ts'
import { programmeReviews } from './019-programme-reviews.ts'
import { reminders } from './020-reminders.ts'
import { groups } from './021-groups.ts'
import { accounts } from './022-accounts.ts'
import { wordings } from './023-wordings.ts'
import { noticeProposals } from './024-notice-proposals.ts'
import { colleagues } from './025-colleagues.ts'
import { leftChecks } from './026-left-checks.ts'
import { postings } from './027-postings.ts'
import { linksAndCards } from './028-links-and-cards.ts'
import { matters } from './029-matters.ts'
import { tagsAndAssignees } from './030-tags-and-assignees.ts'

/** Every migration under the name it is remembered by, in order. A released one never changes: add another. */
export const migrations: Record<string, Migration> = {
  '001-notices-and-conversations': noticesAndConversations,
  '002-added-and-removed-notices': addedAndRemovedNotices,
  '003-shared-interviews': sharedInterviews,
  '004-telegram': telegram,
  '005-staff': staff,
  '006-model': modelAnswers,
  '007-versions': versions,
  '010-serial-turns': serialTurns,
  '011-sign-in': signInPlaces,
  '012-statements': statements,
  '013-turns-at-once': turnsAtOnce,
  '014-told-changes': toldChanges,
  '015-notice-desk': noticeDesk,
  '016-programmes': programmes,
  '017-chats': chats,
  '018-model-choices': modelChoices,
  '019-programme-reviews': programmeReviews,
  '020-reminders': reminders,
  '021-groups': groups,
  '022-accounts': accounts,
  '023-wordings': wordings,
  '024-notice-proposals': noticeProposals,
  '025-colleagues': colleagues,
  '026-left-checks': leftChecks,
  '027-postings': postings,
  '028-links-and-cards': linksAndCards,
  '029-matters': matters,
  '030-tags-and-assignees': tagsAndAssignees,
}
