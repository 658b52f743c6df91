import type { AppServices } from '../app-services.ts'
import { type Asset, pageAsset } from './assets.ts'
import { renderFirstScreen } from './first-screen.ts'

type Services = Pick<AppServices, 'programmes' | 'today' | 'firstOffers'>

/**
 * The chat page with what it begins with, made anew only where that has changed.
 *
 * @param template `index.html` with the place for the first screen marked.
 * @param onFault Told why there are no questions to begin with; the page is there without them.
 */
export function chatPage(template: Asset, services: Services, onFault: (error: unknown) => void): () => Promise<Asset> {
  const html = template.body.toString()
  let made: { first: string; page: Asset } | undefined

  async function offers() {
    try {
      return await services.firstOffers?.()
    } catch (error) {
      onFault(error)
      return undefined
    }
  }

  return async () => {
    const { programmes, today } = services
    const first = renderFirstScreen({ programmes, today: today(), offers: await offers() }).text
    if (made?.first !== first) made = { first, page: pageAsset(html.replace('<!-- first-screen -->', () => first)) }
    return made.page
  }
}
