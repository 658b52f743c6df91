import { el } from './element.ts'

type Fault = { detail?: string }
type Taken = { id: string; warnings: unknown[] }

/** What the server takes, in bytes. */
const largest = 20 * 1024 * 1024

/** Sends the files that are chosen or dropped, one after the other, and shows how far each has come. */
export function takeFiles(box: HTMLElement, input: HTMLInputElement, list: HTMLElement): void {
  let last: Promise<void> = Promise.resolve()
  const take = (files: Iterable<File>) => {
    for (const file of files) {
      const show = entryFor(file, list)
      last = last.then(() => send(file, show))
    }
  }
  input.addEventListener('change', () => {
    take(Array.from(input.files ?? []))
    input.value = ''
  })
  for (const name of ['dragover', 'dragenter']) box.addEventListener(name, (event) => hover(event, true))
  for (const name of ['dragleave', 'drop']) box.addEventListener(name, (event) => hover(event, false))
  box.addEventListener('drop', (event) => take(Array.from(event.dataTransfer?.files ?? [])))

  function hover(event: Event, isOver: boolean): void {
    event.preventDefault()
    box.classList.toggle('is-over', isOver)
  }
}

type Show = { progress(share: number): void; reading(): void; done(draft: Taken): void; failed(words: string): void }

function entryFor(file: File, list: HTMLElement): Show {
  const bar = el('progress', { max: 1, value: 0, 'aria-label': `上传 ${file.name}` })
  const state = el('span', { class: 'small' }, '等待上传')
  const entry = el('li', { class: 'upload-entry' }, el('span', { class: 'upload-name' }, file.name), bar, state)
  list.append(entry)
  const end = (...shown: Node[]) => {
    bar.remove()
    state.replaceWith(...shown)
  }
  return {
    progress: (share) => {
      bar.value = share
      state.textContent = `上传 ${Math.round(share * 100)}%`
    },
    reading: () => {
      bar.removeAttribute('value')
      state.textContent = '正在读'
    },
    done: ({ id, warnings }) => {
      const words = warnings.length > 0 ? `读好了，有 ${warnings.length} 处要看` : '读好了'
      const link = el('a', { class: 'button', href: `/staff/notices/${encodeURIComponent(id)}` }, '去核对')
      end(el('span', { class: 'small' }, words), link)
    },
    failed: (words) => {
      // The server says which file, as the entry does already.
      const plain = words.startsWith(`${file.name}：`) ? words.slice(file.name.length + 1) : words
      end(el('span', { class: 'upload-fault', role: 'alert' }, plain))
    },
  }
}

function send(file: File, show: Show): Promise<void> {
  if (file.size > largest) {
    show.failed(`文件太大（${(file.size / 1024 / 1024).toFixed(1)} MB），最多 20 MB。`)
    return Promise.resolve()
  }
  const form = new FormData()
  form.append('file', file)
  const request = new XMLHttpRequest()
  request.open('POST', '/api/staff/notices')
  request.responseType = 'json'
  request.upload.addEventListener('progress', ({ loaded, total }) => show.progress(total > 0 ? loaded / total : 0))
  request.upload.addEventListener('load', () => show.reading())
  return new Promise((resolve) => {
    request.addEventListener('loadend', () => {
      settle(request, show)
      resolve()
    })
    request.send(form)
  })
}

function settle(request: XMLHttpRequest, show: Show): void {
  if (request.status === 401) location.assign('/staff/login')
  if (request.status === 201) show.done(request.response as Taken)
  else if (request.status === 0) show.failed('没有连上服务器，请检查网络后再试。')
  else show.failed((request.response as Fault | null)?.detail ?? '没有成功，请再试一次。')
}
