import { toast } from './element.ts'
import { doBeside, fieldsOf } from './staff-form.ts'
import { sendJson } from './staff-send.ts'

document.querySelectorAll<HTMLFormElement>('[data-own]').forEach((form) => {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const [method = '', path = ''] = (form.dataset.own ?? '').split(' ')
    void doBeside(form, async () => {
      await sendJson(method, path, fieldsOf(form))
      form.reset()
      toast('已经更改')
      if (path !== '/api/staff/account/password') location.reload()
    })
  })
})
