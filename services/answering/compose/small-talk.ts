import { smallTalkReplies } from '../../../prompts/small-talk.ts'
import type { SmallTalkFinding } from '../decide/finding.ts'
import type { Language, Told } from './told.ts'

/** The fixed reply to a message that asks nothing of the notices. */
export const tellSmallTalk = ({ talk }: SmallTalkFinding, language: Language): Told => ({
  text: smallTalkReplies[talk][language],
})
