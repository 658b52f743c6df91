import { ask, restore, startAnew } from './ask.ts'
import { focusComposer, listenToComposer } from './composer.ts'
import { need, toast } from './element.ts'
import { forgetConversation } from './forget.ts'
import { makeRoomForKeyboard } from './keyboard-room.ts'
import { closeMenu, listenToMenu } from './menu.ts'
import { showNotices } from './notice-list.ts'

function newConversation(): void {
  closeMenu()
  startAnew()
  focusComposer()
  toast('已开始新的对话')
}

function showConnection(): void {
  need('#offline').hidden = navigator.onLine !== false
}

document.documentElement.classList.add('is-ready')
listenToMenu()
listenToComposer((text) => void (text === '/delete' ? forgetConversation() : ask(text)))
makeRoomForKeyboard()
restore()
showConnection()
void showNotices()

document.querySelectorAll<HTMLElement>('[data-ask]').forEach((button) => {
  button.addEventListener('click', () => void ask(button.textContent?.trim() ?? ''))
})
need('#new').addEventListener('click', newConversation)
need('#forget').addEventListener('click', () => {
  closeMenu()
  void forgetConversation()
})
window.addEventListener('online', showConnection)
window.addEventListener('offline', showConnection)
