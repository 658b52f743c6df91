import { setAbout, showAbout } from './about-chip.ts'
import { ask } from './ask.ts'
import { lengthOf } from './characters.ts'
import { putDraft } from './composer.ts'
import { wordsIn } from './language.ts'
import { shellLanguage } from './transcript.ts'

const selfCheck = /^\/check [a-z0-9][a-z0-9-]{0,99}$/
const longestDraft = 200

/**
 * What a link to this page may do: `?send=/check ID` begins a self-check, `?send=words` puts words into the field for the
 * person to send, `?about=NOTICE#CLAUSE` says what the next question is about. `#resume=CODE` goes on with a self-check
 * begun elsewhere; no server sees what stands behind the `#`. Any other command does nothing.
 */
export function arrive(): void {
  showAbout()
  const { searchParams, pathname, hash } = new URL(location.href)
  const send = searchParams.get('send')?.trim() ?? ''
  const about = searchParams.get('about') ?? ''
  const code = /^#resume=(\w{4}-\w{4})$/u.exec(hash)?.[1]
  if (code !== undefined) {
    history.replaceState(history.state, '', pathname)
    void ask(`/resume ${code}`, { label: '接着自查' })
    return
  }
  if (!send && !about) return
  // Once only: neither a reload nor the way back does it again.
  searchParams.delete('send')
  searchParams.delete('about')
  const rest = searchParams.toString()
  history.replaceState(history.state, '', `${pathname}${rest && `?${rest}`}${hash}`)
  if (about) void setAbout(about)
  if (selfCheck.test(send)) void ask(send, { label: wordsIn(shellLanguage()).startCheck })
  else if (send && !/^[/／]/.test(send) && lengthOf(send) <= longestDraft) putDraft(send)
}
