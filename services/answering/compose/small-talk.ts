import { inChinese, inEnglish } from '../../../knowledge/language/write-day.ts'
import { smallTalkReplies, smallTalkTexts as texts } from '../../../prompts/small-talk.ts'
import type { Action } from '../../reply.ts'
import type { SmallTalkFinding } from '../decide/finding.ts'
import { tellContact } from './contact.ts'
import type { Language, Told } from './told.ts'
import { topicOf } from './topic.ts'

/** The fixed reply to a message that asks nothing of the notices, with whom to call; what to do next of what is spoken of. */
export function tellSmallTalk(finding: SmallTalkFinding, language: Language): Told {
  const { talk, contact, canDo } = finding
  const text = (talk === 'next' ? tellNext(finding, language) : undefined) ?? smallTalkReplies[talk][language]
  return {
    text: [text, contact && tellContact(contact, language)].filter(Boolean).join('\n'),
    ...(canDo && { actions: actionsOf(canDo.check, finding.about !== undefined, language) }),
  }
}

/** Checking oneself, where what is spoken of can be checked; looking up a unit where nothing is spoken of. */
function actionsOf(check: string | undefined, isAbout: boolean, language: Language): Action[] {
  const lookUp = { label: texts.lookUp[language], send: '/unit' }
  const selfCheck = { label: texts.selfCheck[language], send: check === undefined ? '/check' : `/check ${check}` }
  return isAbout ? (check === undefined ? [] : [selfCheck]) : [selfCheck, lookUp]
}

function tellNext({ about, window }: SmallTalkFinding, language: Language): string | undefined {
  const label = about && topicOf(about.catalogue, about, language)?.label
  if (label === undefined) return undefined
  if (!window) return texts.about[language](label)
  const { left, takesApplications } = window
  const day = language === 'en' ? inEnglish(window.day) : inChinese(window.day)
  if (takesApplications) return left < 0 ? texts.closed[language](label, day) : texts.open[language](label, day, left)
  return left < 0 ? texts.dueClosed[language](label, day) : texts.due[language](label, day, left)
}
