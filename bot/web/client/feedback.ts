import { lengthOf } from './characters.ts'
import { el, icon } from './element.ts'
import type { PageWords } from './page-words.ts'

/** Characters of a comment that the server takes. */
const longest = 500

type Given = { reply: string; helpful: boolean; comment?: string }

async function post(given: Given): Promise<boolean> {
  try {
    const response = await fetch('/api/feedback', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given),
    })
    return response.ok
  } catch {
    return false
  }
}

const thumb = (name: 'up' | 'down', words: string) =>
  el('button', { class: 'tool', type: 'button', 'aria-pressed': 'false' }, icon(name), el('span', {}, words))

type Submit = (comment: string) => Promise<boolean>

function commentForm(submit: Submit, say: (text: string) => void, words: PageWords): HTMLFormElement {
  const field = el('textarea', { class: 'field', rows: 2, 'aria-label': words.comment })
  field.placeholder = words.commentHint
  const form = el(
    'form',
    { class: 'comment' },
    field,
    el('button', { class: 'button button-quiet', type: 'submit' }, words.submit),
  )
  const send = async () => {
    const comment = field.value.trim()
    const over = lengthOf(comment) - longest
    if (over > 0) say(words.tooLong(over))
    else if (!comment || (await submit(comment))) form.remove()
    else say(words.commentLost)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  return form
}

type Options = { given: boolean | undefined; keep: (helpful: boolean) => void; words: PageWords }

/** Thumbs for a reply and, after one is given, room for a short comment. `keep` is told each mark that arrived. */
export function feedback(reply: string, { given, keep, words }: Options) {
  const up = thumb('up', words.helpful)
  const down = thumb('down', words.unhelpful)
  const said = el('p', { class: 'feedback-words', role: 'status' })
  const below = el('div', { class: 'feedback' }, said)
  const say = (text: string) => void (said.textContent = text)
  const show = (helpful: boolean) => {
    up.setAttribute('aria-pressed', String(helpful))
    down.setAttribute('aria-pressed', String(!helpful))
  }
  if (given !== undefined) show(given)

  const give = async (helpful: boolean) => {
    if (!(await post({ reply, helpful }))) return say(words.feedbackLost)
    show(helpful)
    keep(helpful)
    say(words.thanks)
    below.querySelector('form')?.remove()
    below.append(
      commentForm(
        async (comment) => {
          const isThere = await post({ reply, helpful, comment })
          if (isThere) say(words.noted)
          return isThere
        },
        say,
        words,
      ),
    )
  }
  up.addEventListener('click', () => void give(true))
  down.addEventListener('click', () => void give(false))
  return { buttons: [up, down], below }
}
