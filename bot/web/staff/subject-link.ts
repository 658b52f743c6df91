import { staffTexts } from '../../../prompts/staff-texts.ts'
import { type Html, markup } from '../html.ts'
import { queryLink } from './query-link.ts'

const { subjects } = staffTexts

/** Where what was changed is read, by its kind. */
const addresses: Record<string, (id: string) => string> = {
  group: (id) => queryLink('/staff/questions', { queue: 'all', view: 'questions', group: id }),
  faq: (id) => `/staff/faqs/${id}`,
  notice: (id) => `/notices/${encodeURIComponent(id)}`,
  programme: (id) => `/staff/programmes/${encodeURIComponent(id)}`,
}

/** What a change was made of (`faq:7`), in words, leading there where it has a page. */
export function subjectLink(subject: string): Html {
  const at = subject.indexOf(':')
  const [kind, id] = [subject.slice(0, at), subject.slice(at + 1)]
  const named = subjects[kind]?.(id) ?? subject
  const address = addresses[kind]?.(id)
  return address === undefined ? markup`<span>${named}</span>` : markup`<a href="${address}">${named}</a>`
}
