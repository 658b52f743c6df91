import { confirmed } from './confirm.ts'
import { need } from './element.ts'
import { editOf, insertFrom, tendEditForms } from './staff-edit-form.ts'
import { showProgrammeImpact } from './staff-programme-impact.ts'
import { Late, sendJson } from './staff-send.ts'

const page = document.querySelector<HTMLElement>('#programme')

function complain(words: string): void {
  const place = need('#programme-fault')
  place.hidden = words === ''
  place.textContent = words
  if (words !== '') place.scrollIntoView({ block: 'center' })
}

/** Does something and shows the page as it is afterwards. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  complain('')
  try {
    await work()
    location.reload()
  } catch (error) {
    const isLate = error instanceof Late
    complain(isLate ? '没有保存：您打开以后，别人已经改过这个项目。请刷新本页，核对后再改。' : (error as Error).message)
  }
}

const version = (): number => Number(page?.dataset['version'] ?? 0)
const path = (rest: string): string => `/api/staff/programmes/${page?.dataset['id'] ?? ''}/${rest}`
const save = (edit: object) => attempt(() => sendJson('POST', path('edits'), { version: version(), edit }))

if (page) tendEditForms(path('edits/preview'))

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  const criterion = form.dataset['remark']
  if (criterion !== undefined) {
    event.preventDefault()
    const remark = (form.elements.namedItem('remark') as HTMLInputElement).value.trim()
    const isRight = (event.submitter as HTMLButtonElement | null)?.value === 'right'
    void attempt(() => sendJson('POST', path('remarks'), { criterion, isRight, ...(remark !== '' && { remark }) }))
    return
  }
  if (form.dataset['edit'] === undefined) return
  event.preventDefault()
  void save(editOf(form))
})

document.addEventListener('click', (event) => {
  const button = (event.target as HTMLElement).closest<HTMLButtonElement>('button')
  if (!button) return
  const { edit, draft, withdraw: question, restore, question: asked = '', insert } = button.dataset
  if (edit !== undefined) void save(JSON.parse(edit) as object)
  else if ('publish' in button.dataset) void publish(button.dataset['publish']!)
  else if ('impact' in button.dataset) void showProgrammeImpact(path('impact'))
  else if (question !== undefined) void withdraw(question)
  else if (draft !== undefined) void begin(draft)
  else if (insert !== undefined) insertFrom(insert)
  else if (restore !== undefined) void takeUp(Number(restore), asked)
})

async function publish(question: string): Promise<void> {
  if (!(await confirmed(question, { yes: '发布', no: '再看看' }))) return
  await attempt(() => sendJson('POST', path('publish'), { version: version() }))
}

async function withdraw(question: string): Promise<void> {
  if (!(await confirmed(question, { yes: '停用', no: '取消' }))) return
  await attempt(() => sendJson('POST', path('withdraw'), { version: version() }))
}

async function takeUp(change: number, question: string): Promise<void> {
  if (!(await confirmed(question, { yes: '恢复', no: '取消' }))) return
  await attempt(() => sendJson('POST', path('restore'), { version: version(), change }))
}

/** Drafts from a notice and opens the first that came of it. */
async function begin(notice: string): Promise<void> {
  complain('')
  try {
    const { drafted } = await sendJson<{ drafted: string[] }>('POST', '/api/staff/programmes/drafts', { notice })
    location.assign(drafted.length === 1 ? `/staff/programmes/${drafted[0]!}` : '/staff/programmes')
  } catch (error) {
    complain((error as Error).message)
  }
}

/** Sends a sheet that was filled in; what was read of it stands on the page afterwards. */
async function sendSheet(input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? []
  if (!file) return
  const form = new FormData()
  form.append('file', file)
  input.value = ''
  await attempt(() => sendJson('POST', path('review.xlsx'), form))
}

document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && 'review' in target.dataset) void sendSheet(target)
})
