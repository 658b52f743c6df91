import { auditRoutes } from './audit.ts'
import { exportRoutes } from './exports.ts'
import { faqRoutes } from './faqs.ts'
import { staffPageRoutes } from './pages.ts'
import { staffQuestionRoutes } from './questions.ts'
import { signInRoutes } from './sign-in.ts'
import { statisticsRoutes } from './statistics.ts'
import { switchRoutes } from './switches.ts'

/** In the order in which they are registered. */
export const staffRoutes = [
  signInRoutes,
  staffPageRoutes,
  staffQuestionRoutes,
  faqRoutes,
  statisticsRoutes,
  exportRoutes,
  switchRoutes,
  auditRoutes,
]
