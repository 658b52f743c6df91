import type { AppServices } from './app-services.ts'
import type { Metrics } from './metrics.ts'

/** The metrics of a process as text, with what is so at the moment of asking. */
export function figuresOf(services: AppServices, metrics: Metrics): { contentType: string; text(): Promise<string> } {
  async function text(): Promise<string> {
    const { programmes, suspended = [] } = services
    const changed = programmes.filter(({ changes }) => changes).length
    metrics.programmes({ current: programmes.length - changed, changed, suspended: suspended.length })
    return metrics.text()
  }
  return { contentType: metrics.contentType, text }
}
