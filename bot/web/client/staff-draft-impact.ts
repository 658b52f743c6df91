import { el } from './element.ts'
import { type Changed, changedAnswers, type Said } from './staff-changed.ts'
import { showCompared } from './staff-compare.ts'
import { addressOf } from './staff-draft-store.ts'
import { sendJson } from './staff-send.ts'

type Impact = {
  answers: Changed[]
  missed: { question: string; quote: string; after: Said }[]
  curated: { id: number; question: string; because: string }[]
  programmes: { title: string; text: string }[]
  savedChecks: number
  asked: number
  questions: number
}

const place = { place: '#impact', button: '#see-impact', waiting: '正在拿样题比较发布前后的答复，大约二十秒……' }

/** Finds out what publishing the draft would change, and shows it. */
export const showImpact = (): Promise<void> =>
  showCompared(place, () => sendJson<Impact>('GET', addressOf('/impact')), sections)

function sections(impact: Impact): HTMLElement[] {
  const { answers, missed, curated, programmes, savedChecks, asked, questions } = impact
  const isQuiet = answers.length + curated.length + programmes.length + savedChecks === 0
  const lines = [
    isQuiet
      ? `比较了 ${asked} 个问题，现有的答复、人工答复和自查都不变。`
      : `比较了 ${asked} 个问题，${answers.length} 个的答复会变。`,
    missed.length > 0 && `您写的问法里，${missed.length} 个没有引到您选的条款。`,
    asked < questions && `还有 ${questions - asked} 个没有比较，可以接着比较。`,
    curated.length > 0 && `${curated.length} 条人工答复会退回复核。`,
    programmes.length > 0 && `${programmes.length} 个自查项目受影响。`,
    savedChecks > 0 && `${savedChecks} 份已保存的自查会按新的原文核对。`,
  ]
  return [
    el('ul', { class: 'wording-list impact-lines' }, ...lines.map((line) => line && el('li', {}, line))),
    ...titled(
      '没有引到所选条款的问法',
      missed.map(({ question, quote, after: { source } }) =>
        el(
          'li',
          {},
          question,
          el('span', { class: 'small' }, `（要引：${[...quote].slice(0, 40).join('')}；引的是：${source ?? '没有'}）`),
        ),
      ),
    ),
    ...titled(
      '受影响的自查项目',
      programmes.map(({ text, title }) => el('li', {}, text.includes(title) ? text : `${title}：${text}`)),
    ),
    ...titled(
      '要复核的人工答复',
      curated.map(({ id, question, because }) =>
        el('li', {}, el('a', { href: `/staff/faqs/${id}` }, question), `（${because}）`),
      ),
    ),
    ...changedAnswers(answers),
  ]
}

const titled = (title: string, entries: HTMLElement[]): HTMLElement[] =>
  entries.length === 0 ? [] : [el('h3', {}, title), el('ul', { class: 'wording-list' }, ...entries)]
