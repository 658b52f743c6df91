import { kept } from './storage.ts'

/** Before anything is drawn: who comes back to a conversation doesn't see the first screen in between. */
export function hideWelcomeOfReturning(): void {
  const current = kept('local', 'chat', '').read()
  const chats = kept<{ key: string }[]>('local', 'chats', []).read()
  if (chats.some(({ key }) => key === current)) document.documentElement.classList.add('has-messages')
}
