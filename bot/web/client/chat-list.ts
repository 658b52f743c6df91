import { type Chat, currentChat, listChats, listenToChats, renameChat } from './chats.ts'
import { el, icon, need, toast } from './element.ts'
import { wordsIn } from './language.ts'
import { shellLanguage } from './transcript.ts'

export type ChatDesk = { open(key: string): void; forget(chat: Chat): void }

const place = need('#chats')
const words = () => wordsIn(shellLanguage()).chats

/** A day as people read it: today's by the hour. */
function dayOf(at: string): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return ''
  const isToday = date.toDateString() === new Date().toDateString()
  const clock = `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`
  return isToday ? clock : words().day(date.getFullYear(), date.getMonth() + 1, date.getDate())
}

const toolButton = (name: string, said: string, onclick: () => void) =>
  el('button', { class: 'chat-tool', type: 'button', 'aria-label': said, title: said, onclick }, icon(name))

function renameForm(chat: Chat, close: () => void): HTMLFormElement {
  const field = el('input', { class: 'field', 'aria-label': words().name, maxlength: 40 })
  field.value = chat.title
  const form = el(
    'form',
    { class: 'chat-rename' },
    field,
    el('button', { class: 'button', type: 'submit' }, words().save),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    renameChat(chat.key, field.value)
    close()
  })
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  })
  return form
}

function row(chat: Chat, desk: ChatDesk): HTMLLIElement {
  const isCurrent = chat.key === currentChat()
  const item = el('li', { class: 'chat-row' })
  const open = el(
    'button',
    {
      class: 'chat-open',
      type: 'button',
      'aria-current': isCurrent ? 'true' : undefined,
      onclick: () => desk.open(chat.key),
    },
    el('span', { class: 'chat-title' }, chat.title),
    el('span', { class: 'small' }, dayOf(chat.at)),
  )
  const rename = () => {
    const form = renameForm(chat, () => {
      show(desk)
      place.querySelector<HTMLElement>('[aria-current]')?.focus()
    })
    item.replaceChildren(form)
    form.querySelector('input')?.select()
  }
  item.append(
    open,
    toolButton('edit', words().rename(chat.title), rename),
    toolButton('bin', words().remove(chat.title), () => desk.forget(chat)),
  )
  return item
}

function show(desk: ChatDesk): void {
  const chats = listChats()
  place.replaceChildren(...chats.map((chat) => row(chat, desk)))
  need('#chats-section').hidden = chats.length === 0
}

/** Lists the conversations of this device, and keeps the list as it changes. */
export function showChats(desk: ChatDesk): void {
  listenToChats((dropped) => {
    show(desk)
    if (dropped.length > 0) toast(words().dropped(dropped[0]?.title ?? ''))
  })
  show(desk)
}
