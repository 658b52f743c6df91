import type { Reply } from '../../../services/reply.ts'

/** Whether a reply is what an interview waits for: one message shows it, and is changed as the interview goes on. */
export const isCard = ({ kind, progress }: Pick<Reply, 'kind' | 'progress'>): boolean =>
  kind === 'question' || kind === 'summary' || (kind === 'clarify' && progress !== undefined)
