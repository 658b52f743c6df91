import { need, toast } from './element.ts'
import { sendJson } from './staff-send.ts'

const page = need('#wordings')

async function send(change: { approve?: string[]; withdraw?: string[] }): Promise<void> {
  await sendJson('POST', `/api/staff/notices/${encodeURIComponent(page.dataset['id'] ?? '')}/wordings`, change)
  location.reload()
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('button') : null
  if (!button) return
  const { approve, withdraw, approveAll } = button.dataset
  const change =
    approveAll !== undefined
      ? { approve: JSON.parse(approveAll) as string[] }
      : approve !== undefined
        ? { approve: [approve] }
        : withdraw !== undefined
          ? { withdraw: [withdraw] }
          : undefined
  if (!change) return
  button.disabled = true
  void send(change).catch((error: Error) => {
    button.disabled = false
    toast(error.message)
  })
})
