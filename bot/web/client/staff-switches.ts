import { sendJson } from './staff-send.ts'

document.querySelectorAll<HTMLFormElement>('[data-switch]').forEach((form) => {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const off = form.dataset.off === 'yes'
    const reason = form.querySelector<HTMLInputElement>('[name=reason]')?.value ?? ''
    const fault = form.querySelector<HTMLElement>('[role=alert]')
    void sendJson('PUT', '/api/staff/switches', { name: form.dataset.switch, off, reason }).then(
      () => location.reload(),
      (error: Error) => {
        if (!fault) return
        fault.hidden = false
        fault.textContent = error.message
      },
    )
  })
})
