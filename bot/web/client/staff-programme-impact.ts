import { el } from './element.ts'
import { type Changed, changedAnswers } from './staff-changed.ts'
import { showCompared } from './staff-compare.ts'
import { sendJson } from './staff-send.ts'
import { chineseDay } from './written-day.ts'

type Verdict = 'eligible' | 'ineligible' | 'undetermined'
type Side = { required: string; quote: string }
type Days = { opens?: string; closes: string }
type Impact = {
  isNew: boolean
  rules: { id: string; title: string; before?: Side; after?: Side }[]
  window?: { before: Days; after: Days }
  savedChecks: number
  turned: { before: Verdict; after: Verdict; count: number }[]
  answers: Changed[]
  asked: number
  questions: number
}

const verdicts: Record<Verdict, string> = {
  eligible: '条件全部符合',
  ineligible: '有条件不符合',
  undetermined: '有条件待确认',
}

const place = {
  place: '#programme-impact',
  button: '[data-impact]',
  waiting: '正在比较发布前后的条件、已保存的自查和答复，大约二十秒……',
}

/** Finds out what publishing a programme would change, and shows it. */
export const showProgrammeImpact = (address: string): Promise<void> =>
  showCompared(place, () => sendJson<Impact>('GET', address), sections)

function sections(impact: Impact): HTMLElement[] {
  const { rules, turned, answers } = impact
  return [
    el('ul', { class: 'wording-list impact-lines' }, ...linesOf(impact).map((line) => el('li', {}, line))),
    ...(turned.length > 0
      ? [
          el('h3', {}, '结果会变的自查'),
          el(
            'ul',
            { class: 'wording-list' },
            ...turned.map(({ before, after, count }) =>
              el('li', {}, `${count} 份从“${verdicts[before]}”变成“${verdicts[after]}”`),
            ),
          ),
        ]
      : []),
    ...(rules.length > 0 && !impact.isNew ? [el('h3', {}, '会变的条件'), ...rules.map(beside)] : []),
    ...changedAnswers(answers),
  ]
}

function linesOf({ isNew, rules, window, savedChecks, turned, answers, asked, questions }: Impact): string[] {
  const count = turned.reduce((sum, one) => sum + one.count, 0)
  const days = ({ opens, closes }: Days) =>
    `${opens === undefined ? '' : `${chineseDay(opens)}至`}${chineseDay(closes)}`
  return [
    isNew
      ? `这是新的自查，有 ${rules.length} 个条件。`
      : rules.length === 0
        ? '条件不变。'
        : `${rules.length} 个条件会变。`,
    window && `申报时间从${days(window.before)}改为${days(window.after)}。`,
    savedChecks === 0
      ? '还没有人保存过这个项目的自查。'
      : `大家保存了 ${savedChecks} 份自查，${count === 0 ? '结果都不变' : `${count} 份的结果会变`}；打开时会告诉他们哪里变了。`,
    `比较了 ${asked} 个问题，${answers.length === 0 ? '答复都不变' : `${answers.length} 个的答复会变`}。`,
    asked < questions && `还有 ${questions - asked} 个没有比较，可以接着比较。`,
  ].filter((line) => typeof line === 'string')
}

function beside({ title, before, after }: Impact['rules'][number]): HTMLElement {
  const side = (name: string, one: Side | undefined, none: string) =>
    el(
      'section',
      {},
      el('h4', {}, name),
      ...(one ? [el('p', {}, one.required), el('p', { class: 'small' }, `依据：${one.quote}`)] : [el('p', {}, none)]),
    )
  return el(
    'div',
    { class: 'impact-answer' },
    el('p', { class: 'talk-asked' }, title),
    el('div', { class: 'preview' }, side('之前', before, '没有这一条'), side('之后', after, '不再要求')),
  )
}
