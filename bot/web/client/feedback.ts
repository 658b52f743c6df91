import { lengthOf } from './characters.ts'
import { el, icon } from './element.ts'

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

function commentForm(submit: (comment: string) => Promise<boolean>, say: (words: string) => void): HTMLFormElement {
  const field = el('textarea', { class: 'field', rows: 2, 'aria-label': '补充说明，可不填' })
  field.placeholder = '哪里不对或还缺什么？可不填'
  const form = el(
    'form',
    { class: 'comment' },
    field,
    el('button', { class: 'button button-quiet', type: 'submit' }, '提交'),
  )
  const send = async () => {
    const comment = field.value.trim()
    const over = lengthOf(comment) - longest
    if (over > 0) say(`超出 ${over} 字，请删减后提交。`)
    else if (!comment || (await submit(comment))) form.remove()
    else say('没有送达，请稍后再点“提交”。')
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  return form
}

/** Thumbs for a reply and, after one is given, room for a short comment. `keep` is told each mark that arrived. */
export function feedback(reply: string, given: boolean | undefined, keep: (helpful: boolean) => void) {
  const up = thumb('up', '有帮助')
  const down = thumb('down', '没帮助')
  const words = el('p', { class: 'feedback-words', role: 'status' })
  const below = el('div', { class: 'feedback' }, words)
  const say = (text: string) => void (words.textContent = text)
  const show = (helpful: boolean) => {
    up.setAttribute('aria-pressed', String(helpful))
    down.setAttribute('aria-pressed', String(!helpful))
  }
  if (given !== undefined) show(given)

  const give = async (helpful: boolean) => {
    if (!(await post({ reply, helpful }))) return say('反馈没有送达，请稍后再试。')
    show(helpful)
    keep(helpful)
    say('谢谢您的反馈。')
    below.querySelector('form')?.remove()
    below.append(
      commentForm(async (comment) => {
        const isThere = await post({ reply, helpful, comment })
        if (isThere) say('谢谢，已经记下。')
        return isThere
      }, say),
    )
  }
  up.addEventListener('click', () => void give(true))
  down.addEventListener('click', () => void give(false))
  return { buttons: [up, down], below }
}
