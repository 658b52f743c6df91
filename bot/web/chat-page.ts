import type { AppServices } from '../app-services.ts'
import { type Asset, pageAsset } from './assets.ts'
import { fillWords } from './fill-words.ts'
import { renderFirstScreen } from './first-screen.ts'
import type { PageLanguage } from './page-language.ts'

type Services = Pick<AppServices, 'programmes' | 'today' | 'firstOffers'>

/**
 * The chat page in each language with what it begins with, made anew only where that has changed.
 *
 * @param template `index.html` with the places for its words and the first screen marked.
 * @param onFault Told why there are no questions to begin with; the page is there without them.
 */
export function chatPage(
  template: Asset,
  services: Services,
  onFault: (error: unknown) => void,
): (language: PageLanguage) => Promise<Asset> {
  const html = template.body.toString()
  const pages = { zh: fillWords(html, 'zh'), en: fillWords(html, 'en') }
  const made: { [language in PageLanguage]?: { first: string; page: Asset } } = {}

  async function offers(language: PageLanguage) {
    try {
      return await services.firstOffers?.(language)
    } catch (error) {
      onFault(error)
      return undefined
    }
  }

  return async (language) => {
    const { programmes, today } = services
    const first = renderFirstScreen({ programmes, today: today(), offers: await offers(language), language }).text
    const known = made[language]
    if (known?.first === first) return known.page
    const page = pageAsset(pages[language].replace('<!-- first-screen -->', () => first))
    made[language] = { first, page }
    return page
  }
}
