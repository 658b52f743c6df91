import { wechatTexts as texts } from '../../../prompts/wechat-texts.ts'
import { numberOf, readMenuId, sentWords } from './menu-link.ts'
import { type Offered, offeredBy, type Shown } from './render-turn.ts'

/** What a chat keeps: `turns` are those whose links are known, the newest last; of the newest `page` was shown. */
export type WeChatNote = {
  turns: string[]
  /** What was shown last, in answer to which message. */
  message: string
  view: 'answer' | 'grounds'
  page: number
  /** A question whose answer was not there in time. */
  awaits: { turn: string; text: string }
}

/** What words mean in this channel. `turn` is the one they are about. */
export type Meaning =
  | { kind: 'more' }
  | { kind: 'again' }
  | { kind: 'grounds'; turn: string }
  | { kind: 'rating'; turn: string | undefined; helpful: boolean; comment?: string }
  | { kind: 'action'; offered: Offered }
  | { kind: 'passed' }
  | { kind: 'words'; text: string }

const rating = /^(?<verdict>有用|没用)(?:[：:，,\s]+(?<comment>\S[^]*))?$/u

/**
 * Reads words that are the channel's own, or were sent by a link. A link that is older than what is remembered can't be the
 * answer to the question that is open now.
 *
 * @param find The replies of a turn; none where it is gone.
 */
export async function readMeaning(
  { text, menu }: { text: string; menu?: string },
  { turns = [] }: Partial<WeChatNote>,
  find: (turn: string) => Promise<Shown>,
): Promise<Meaning> {
  const id = menu === undefined ? undefined : readMenuId(menu)
  const named = id && turns.findLast((turn) => numberOf(turn) === id.turn)
  const latest = turns.at(-1)
  const about = named ?? latest
  if (text === texts.again) return { kind: 'again' }
  if (text === texts.more && latest !== undefined) return { kind: 'more' }
  if (text === texts.grounds && about !== undefined) return { kind: 'grounds', turn: about }
  const { verdict, comment } = rating.exec(text)?.groups ?? {}
  if (verdict !== undefined)
    return {
      kind: 'rating',
      turn: about,
      helpful: verdict === texts.helpful,
      ...(comment !== undefined && { comment }),
    }
  if (text === texts.goOnHere) return { kind: 'words', text: '/code' }
  if (id && named === undefined) return id.answers ? { kind: 'passed' } : { kind: 'words', text }
  if (about === undefined) return { kind: 'words', text }
  const offers = offeredBy(await find(about))
  const offered = id ? offers.find(({ at }) => at === id.at) : offers.findLast(({ label }) => sentWords(label) === text)
  if (!offered) return { kind: 'words', text }
  return { kind: 'action', offered }
}
