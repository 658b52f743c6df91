import { accountRoutes } from './accounts.ts'
import { auditRoutes } from './audit.ts'
import { exportRoutes } from './exports.ts'
import { faqRoutes } from './faqs.ts'
import { groupRoutes } from './groups.ts'
import { noticePageRoutes } from './notice-pages.ts'
import { noticeDraftRoutes } from './notice-drafts.ts'
import { noticeProposalRoutes } from './notice-proposals.ts'
import { noticeWordingRoutes } from './notice-wordings.ts'
import { staffNoticeRoutes } from './notices.ts'
import { programmeImpactRoutes } from './programme-impact.ts'
import { programmeVersionRoutes } from './programme-versions.ts'
import { staffPageRoutes } from './pages.ts'
import { ownAccountRoutes } from './own-account.ts'
import { programmeReviewRoutes } from './programme-review.ts'
import { programmeEditRoutes } from './programme-edits.ts'
import { programmePageRoutes } from './programme-pages.ts'
import { staffProgrammeRoutes } from './programmes.ts'
import { staffQuestionRoutes } from './questions.ts'
import { staffSearchRoutes } from './search.ts'
import { signInRoutes } from './sign-in.ts'
import { singleSignOnRoutes } from './single-sign-on.ts'
import { statisticsRoutes } from './statistics.ts'
import { switchRoutes } from './switches.ts'
import { weeklyRoutes } from './weekly.ts'

/** In the order in which they are registered. */
export const staffRoutes = [
  signInRoutes,
  singleSignOnRoutes,
  ownAccountRoutes,
  accountRoutes,
  staffPageRoutes,
  staffQuestionRoutes,
  faqRoutes,
  groupRoutes,
  staffNoticeRoutes,
  noticeDraftRoutes,
  noticeWordingRoutes,
  noticePageRoutes,
  noticeProposalRoutes,
  staffProgrammeRoutes,
  programmePageRoutes,
  programmeEditRoutes,
  programmeVersionRoutes,
  programmeImpactRoutes,
  programmeReviewRoutes,
  statisticsRoutes,
  weeklyRoutes,
  staffSearchRoutes,
  exportRoutes,
  switchRoutes,
  auditRoutes,
]
