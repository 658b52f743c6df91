import { el, need } from './element.ts'
import { SendFailure } from './failure-words.ts'
import { wordsIn } from './language.ts'
import { newKey } from './message-key.ts'
import { sendMessage } from './send-message.ts'
import { kept } from './storage.ts'
import { belongTo, shellLanguage, transcript } from './transcript.ts'

/** A clause that the next question is about. */
type About = { notice: string; name: string }

const about = kept<About | null>('session', 'about', null)
const place = need('#about')

/** Shows above the composer which clause the next question is about. */
export function showAbout(): void {
  const clause = about.read()
  place.hidden = !clause
  if (!clause) return place.replaceChildren()
  const words = wordsIn(shellLanguage())
  const drop = () => {
    about.write(null)
    showAbout()
  }
  place.replaceChildren(
    el('span', { class: 'about-words' }, words.aboutClause(clause.name)),
    el('button', { class: 'topic-drop', type: 'button', 'aria-label': words.dropClause, onclick: drop }, '×'),
  )
}

/** Looks the clause up, as NOTICE#CLAUSE; without it nothing is shown. */
export async function setAbout(address: string): Promise<void> {
  const [, notice = '', clause = ''] = /^([a-z0-9][a-z0-9-]{0,99})#(.{1,200})$/s.exec(address) ?? []
  if (!notice) return
  try {
    const response = await fetch(`/api/notices/${encodeURIComponent(notice)}`)
    if (!response.ok) return
    const { shortTitle, clauses } = (await response.json()) as Listed
    const found = clauses.find(({ id }) => id === clause)
    if (!found) return
    const where = found.path || found.heading
    about.write({ notice, name: [shortTitle, where.split(' › ').slice(-2).join(' › ')].filter(Boolean).join(' · ') })
    showAbout()
  } catch {
    // Without the notice the question is asked as it is.
  }
}

type Listed = { shortTitle: string; clauses: { id: string; path: string; heading: string }[] }

/** Before the first question about a clause its notice becomes the topic; where that fails the question goes out all the same. */
export async function takeAbout(text: string, stop: AbortSignal): Promise<void> {
  const clause = about.read()
  if (!clause || /^[/／]/.test(text)) return
  const { conversation } = transcript
  const message = `/topic ${clause.notice}`
  try {
    const id = await sendMessage(
      conversation ? { conversation, message } : { message },
      newKey(),
      () => undefined,
      stop,
    )
    if (stop.aborted) return
    belongTo(id)
    about.write(null)
    showAbout()
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error
  }
}
