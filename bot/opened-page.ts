import { colleagueTexts as texts } from '../prompts/colleague-texts.ts'
import type { ChannelName } from '../services/channel.ts'
import { inGroups } from '../services/colleagues/link-token.ts'
import { openOwnerLink } from '../services/colleagues/links.ts'
import type { Answered } from '../services/conversations/answered.ts'
import type { Reply } from '../services/reply.ts'
import type { ConversationParts } from './take-message.ts'

/** Where the page of the person who holds a check is. */
export const ownerPath = (token: string): string => `/together/${token}`

type Opened = { opens: NonNullable<Answered['opens']>; channel: ChannelName }

/** The address of a page is made once the turn is kept, and stands in nothing that is: the replies as they are sent. */
export async function withPage(
  { db, publicUrl }: Pick<ConversationParts, 'db' | 'publicUrl'>,
  replies: readonly Reply[],
  { opens, channel }: Opened,
): Promise<Reply[]> {
  const [place, label, send] =
    'owner' in opens ? ['/together', texts.openPage, '/ask'] : ['/answer', texts.answerPage, '/answer']
  const last = replies.at(-1)!
  const language = /\p{Script=Han}/u.test(last.text) ? 'zh' : 'en'
  const token = 'owner' in opens ? await openOwnerLink(db, opens.owner, language) : opens.answer
  const url = `${place}/${token}`
  if (channel === 'web') {
    const open = { label: label[language], send, url }
    return [...replies.slice(0, -1), { ...last, actions: [open, ...last.actions] }]
  }
  const where =
    publicUrl === undefined
      ? texts.typeCode[language](place, inGroups(token))
      : texts.address[language](`${publicUrl}${url}`)
  return [...replies.slice(0, -1), { ...last, text: `${last.text}\n${where}` }]
}
