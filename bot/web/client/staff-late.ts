import { el, need } from './element.ts'

export type FaqText = {
  answer: string
  wordings: string[]
  clauses: { notice: string; clause: string }[]
  state: string
  reviewer?: string
  kind?: string
  authorRole?: string
  expiresOn?: string | null
}

const states: Record<string, string> = { draft: '草稿', published: '使用中', returned: '待复核', deleted: '已删除' }

const part = (title: string, text: string) =>
  el(
    'div',
    { class: 'late-part' },
    el('p', { class: 'small' }, title),
    el('p', { class: 'said-text' }, text || '（空）'),
  )

const textOf = ({ answer, wordings, clauses, state, kind, authorRole, expiresOn }: FaqText) => [
  part('状态', states[state] ?? state),
  ...(kind === 'office'
    ? [part('本局答复', `${authorRole || '没有写由谁答复'}，有效期到 ${expiresOn ?? '没有写'}`)]
    : []),
  part('答复内容', answer),
  part('问法', wordings.join('\n')),
  part('依据的条款', clauses.map(({ notice, clause }) => `${notice} ${clause}`).join('\n')),
]

/** Shows what somebody else has saved beside what was typed, which stays in the form. @returns What to do now. */
export function showLateFaq(stored: FaqText, submitted: FaqText): string {
  need('#faq-late [data-stored]').replaceChildren(...textOf(stored))
  need('#faq-late [data-submitted]').replaceChildren(...textOf(submitted))
  need('#faq-late').hidden = false
  const who = stored.reviewer === undefined ? '别人' : `${stored.reviewer}（或同一账号的另一个窗口）`
  return `没有保存：您打开以后，${who}已经改过这条答复。您写的都还在上面。请对照下面两份文字，改好后再点一次，就以您写的为准；不要自己的改动，就刷新本页。`
}
