import type { Api } from 'grammy'
import type { InlineQuery, InlineQueryResultArticle } from 'grammy/types'
import { cutTo, cutToUnits, storable } from '../../../knowledge/language/characters.ts'
import { telegramTextsIn } from '../../../prompts/telegram-texts.ts'
import type { Hit } from '../../app-services.ts'
import type { Desk } from './channel-context.ts'
import { bold, escaped, link, quotation } from './html.ts'
import { languageOfSender, languageOfText } from './language.ts'

const mostResults = 10
const longestTitle = 80
const longestPreview = 160
const mostUnits = 3_000
/** How long Telegram may give the same clauses to whoever asks the same, in seconds. */
const cacheSeconds = 300

type Parts = Pick<Desk, 'services' | 'origin'>

/**
 * Answers what is typed after the bot's name in any chat: the clauses that fit best, each to be dropped there with its source. Nothing of it is
 * kept; it says the same to everybody.
 */
export async function answerInline(
  { services, origin }: Parts,
  api: Api,
  { id, query, from }: InlineQuery,
): Promise<void> {
  const typed = storable(query).trim()
  const hits = typed === '' ? [] : await services.search({ query: typed, limit: mostResults })
  const results = hits.flatMap((hit, at) => resultOf(hit, at, services, origin) ?? [])
  const language = typed === '' ? (languageOfSender({ from }) ?? 'zh') : languageOfText(typed)
  const words = telegramTextsIn(language)
  const text = typed !== '' && results.length === 0 ? words.inlineNone : words.inlineAsk
  await api.answerInlineQuery(id, results, { cache_time: cacheSeconds, button: { text, start_parameter: 'inline' } })
}

function resultOf(
  { notice: id, clause, heading, text }: Hit,
  at: number,
  { notices }: Pick<Parts['services'], 'notices'>,
  origin: string | undefined,
): InlineQueryResultArticle | undefined {
  const notice = notices.find(id)
  if (!notice) return undefined
  const source = `《${notice.title}》${notice.documentNumber === undefined ? '' : `（${notice.documentNumber}）`}`
  const where = origin === undefined ? escaped(source) : link(source, `${origin}/notices/${id}#${clause}`)
  const quote = text.trim()
  const shown = quote.length > mostUnits ? `${cutToUnits(quote, mostUnits)}…` : quote
  const place = heading.split(' › ').slice(-2).join(' › ')
  return {
    type: 'article',
    id: String(at),
    title: shortened(`${notice.shortTitle} ${place}`, longestTitle),
    description: shortened(quote.replace(/\s+/gu, ' '), longestPreview),
    input_message_content: {
      message_text: [place === '' ? '' : bold(place), quotation(shown), where].filter((part) => part !== '').join('\n'),
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
  }
}

const shortened = (text: string, most: number): string => ([...text].length > most ? `${cutTo(text, most - 1)}…` : text)
