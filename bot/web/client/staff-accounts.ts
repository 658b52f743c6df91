import { confirmed } from './confirm.ts'
import { need } from './element.ts'
import { doBeside, fieldsOf } from './staff-form.ts'
import { sendJson } from './staff-send.ts'

const adding = need<HTMLFormElement>('#add-account')
adding.addEventListener('submit', (event) => {
  event.preventDefault()
  void doBeside(adding, async () => {
    await sendJson('POST', '/api/staff/accounts', fieldsOf(adding))
    location.reload()
  })
})

type Wanted = { question: string; yes: string; change?: object }

const wantedOf = (name: string): Record<string, Wanted> => ({
  disable: { question: `停用 ${name}？他会在各处退出，不能再登录。`, yes: '停用', change: { isDisabled: true } },
  enable: { question: `重新启用 ${name}？`, yes: '启用', change: { isDisabled: false } },
  'factor-off': {
    question: `关闭 ${name} 的两步验证？以后只用密码就能登录。`,
    yes: '关闭',
    change: { hasSecondFactor: false },
  },
  remove: { question: `删除账号 ${name}？他做过的事仍在操作记录里。`, yes: '删除' },
})

document.querySelectorAll<HTMLElement>('[data-account]').forEach((place) => {
  const { account: name = '', version = '' } = place.dataset
  const path = `/api/staff/accounts/${encodeURIComponent(name)}`
  const patch = (change: object) => sendJson('PATCH', path, { ...change, version: Number(version) })
  const remove = () => sendJson('DELETE', `${path}?version=${version}`)

  place.addEventListener('submit', (event) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    void doBeside(place, async () => {
      await patch(fieldsOf(form))
      location.reload()
    })
  })

  place.querySelectorAll<HTMLElement>('[data-set]').forEach((button) =>
    button.addEventListener('click', () => {
      const { question, yes, change } = wantedOf(name)[button.dataset.set ?? '']!
      void confirmed(question, { yes, no: '取消' }).then((isAgreed) => {
        if (!isAgreed) return
        void doBeside(place, async () => {
          await (change ? patch(change) : remove())
          location.reload()
        })
      })
    }),
  )
})
