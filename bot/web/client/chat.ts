import { arrive } from './arrive.ts'
import { ask, openChat, restore } from './ask.ts'
import { showChats } from './chat-list.ts'
import { focusComposer, listenToComposer } from './composer.ts'
import { need, toast } from './element.ts'
import { forgetConversation } from './forget.ts'
import { listenToDigits } from './interview-card.ts'
import { makeRoomForKeyboard } from './keyboard-room.ts'
import { wordsIn } from './language.ts'
import { listenToLanguages } from './language-switch.ts'
import { closeMenu, listenToMenu } from './menu.ts'
import { listenToNews } from './news.ts'
import { showNotices } from './notice-list.ts'
import { printConversation } from './print-card.ts'
import { shellLanguage } from './transcript.ts'
import { listenToWayBack } from './way-back.ts'

function newConversation(): void {
  closeMenu()
  openChat()
  focusComposer()
  toast(wordsIn(shellLanguage()).chats.started)
}

function showConnection(): void {
  need('#offline').hidden = navigator.onLine !== false
}

document.documentElement.classList.add('is-ready')
listenToWayBack()
listenToMenu()
listenToLanguages()
listenToComposer((text) => void (text === '/delete' ? forgetConversation() : ask(text)))
listenToDigits()
makeRoomForKeyboard()
restore()
showChats({
  open(key) {
    closeMenu()
    openChat(key)
    focusComposer()
  },
  forget: (chat) => void forgetConversation(chat),
})
showConnection()
arrive()
listenToNews()
void showNotices()

document.querySelectorAll<HTMLElement>('[data-ask]').forEach((button) => {
  const words = button.textContent?.trim() ?? ''
  const send = button.dataset.ask ?? ''
  button.addEventListener('click', () => void (send ? ask(send, { label: words }) : ask(words)))
})
need('#new').addEventListener('click', newConversation)
need('#print').addEventListener('click', () => {
  closeMenu()
  printConversation()
})
need('#forget').addEventListener('click', () => {
  closeMenu()
  void forgetConversation()
})
window.addEventListener('online', showConnection)
window.addEventListener('offline', showConnection)
