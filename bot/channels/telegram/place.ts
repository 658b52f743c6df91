/** Where a reply is shown. */
export type Place = {
  /** Under which people reach the notices' pages, such as `https://zhixun.example`; without it there are no links to them. */
  origin: string | undefined
  /** The bot's name, without @. */
  bot: string
  /** In a group, who asked, by Telegram's number: nobody else presses the buttons. */
  asker?: number | undefined
}
