import { confirmed } from './confirm.ts'
import { need, toast } from './element.ts'
import { sendJson } from './staff-send.ts'
import { takeFiles } from './staff-upload.ts'

const box = document.querySelector<HTMLElement>('#upload-box')
if (box) takeFiles(box, need<HTMLInputElement>('#upload-files'), need('#upload-list'))

async function rollBack({ dataset }: HTMLElement, restores: boolean): Promise<void> {
  const { notice = '', version, title = '' } = dataset
  const question = restores
    ? `恢复使用《${title}》？`
    : `把《${title}》退回上一版？现在这一版不再用来作答，会变成草稿，可以改好再发布。`
  if (!(await confirmed(question, { yes: restores ? '恢复使用' : '退回', no: '取消' }))) return
  const address = `/api/staff/notices/${encodeURIComponent(notice)}/rollback`
  const { draft } = await sendJson<{ draft?: string }>('POST', address, { version })
  if (draft === undefined || restores) location.reload()
  else location.assign(`/staff/notices/${draft}`)
}

async function remove({ dataset }: HTMLElement): Promise<void> {
  const { notice = '', version = '', title = '' } = dataset
  const question = `移除《${title}》？以后不再用它作答，可以恢复。`
  if (!(await confirmed(question, { yes: '移除', no: '取消' }))) return
  await sendJson('DELETE', `/api/staff/notices/${encodeURIComponent(notice)}?version=${encodeURIComponent(version)}`)
  location.reload()
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLElement>('[data-rollback], [data-remove]')
  const place = button && button.closest<HTMLElement>('[data-notice]')
  if (!button || !place) return
  const work = 'remove' in button.dataset ? remove(place) : rollBack(place, 'restores' in button.dataset)
  void work.catch((error: Error) => toast(error.message))
})
