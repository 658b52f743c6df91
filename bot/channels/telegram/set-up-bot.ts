import type { Api } from 'grammy'
import { telegramProfile as profile, telegramTexts as texts } from '../../../prompts/telegram-texts.ts'

/**
 * Tells Telegram what the bot is and which commands there are, in Chinese and in English, and what the menu button opens: the chat page. What
 * Telegram does not take stays as it was; the bot works without.
 *
 * @param origin Where people reach the chat page; without it the button lists the commands.
 * @param onFailure Hears of each call that failed.
 */
export async function setUpBot(
  api: Api,
  origin: string | undefined,
  onFailure: (error: unknown) => void,
): Promise<void> {
  const chinese = texts.commands.map(({ command, chinese: description }) => ({ command, description }))
  const english = texts.commands.map(({ command, english: description }) => ({ command, description }))
  await api.setMyCommands(chinese).catch(onFailure)
  await api.setMyCommands(english, { language_code: 'en' }).catch(onFailure)
  await api.setMyDescription(profile.zh.description).catch(onFailure)
  await api.setMyDescription(profile.en.description, { language_code: 'en' }).catch(onFailure)
  await api.setMyShortDescription(profile.zh.short).catch(onFailure)
  await api.setMyShortDescription(profile.en.short, { language_code: 'en' }).catch(onFailure)
  await setMenuButton(api, origin).catch(onFailure)
}

/** Telegram opens pages at https only (those of its test servers at http too); the button lists the commands otherwise. */
async function setMenuButton(api: Api, origin: string | undefined): Promise<void> {
  try {
    const page = { type: 'web_app' as const, text: texts.menu, web_app: { url: new URL('/', origin).href } }
    await api.setChatMenuButton({ menu_button: page })
  } catch {
    await api.setChatMenuButton({ menu_button: { type: 'commands' } })
  }
}
