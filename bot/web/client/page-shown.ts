let isLeft = false
addEventListener('pagehide', () => (isLeft = true))
addEventListener('pageshow', () => (isLeft = false))

/** Resolves when the page is there: at once, unless it is being left; then when it is shown again, if ever. */
export const pageShown = async (): Promise<void> => {
  if (isLeft) await new Promise((shown) => addEventListener('pageshow', shown, { once: true }))
}
