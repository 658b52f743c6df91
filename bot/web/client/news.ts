import { ask } from './ask.ts'
import { isBusy } from './composer.ts'
import { wordsIn } from './language.ts'
import { shellLanguage, transcript } from './transcript.ts'

/** How long a page that was shown again is not asked for anew, in milliseconds. */
const restMs = 60_000

let askedAt = 0

/** Shows what there is to tell whoever comes back to a conversation: what they asked to hear of, and what changed their check. */
async function showNews(): Promise<void> {
  const { conversation } = transcript
  if (!conversation || isBusy()) return
  askedAt = Date.now()
  try {
    const response = await fetch('/api/chat/news', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ conversation }),
    })
    const { waiting } = (await response.json()) as { waiting?: boolean }
    if (!response.ok || !waiting || isBusy() || transcript.conversation !== conversation) return
    await ask('/news', { label: wordsIn(shellLanguage()).news })
  } catch {
    // It is told with the next answer.
  }
}

/** Looks for news now, and whenever somebody comes back to the page. */
export function listenToNews(): void {
  void showNews()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - askedAt > restMs) void showNews()
  })
}
