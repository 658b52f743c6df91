import { setTimeout as pause } from 'node:timers/promises'
import { forLongWork } from '../../knowledge/database/long-work.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import { cutToUnits } from '../../knowledge/language/characters.ts'
import { staffTexts as words } from '../../prompts/staff-texts.ts'
import { idsOf, type ListedQuestion, questionsOf } from './list-questions.ts'
import type { QuestionFilter } from './question-filter.ts'
import { streamWorkbook } from './stream-workbook.ts'

/** The newest so many; a sheet of more is too long to open, and a filter says which are meant. */
export const mostExported = 100_000

/** Few, since on an embedded database everybody else waits for as long as they are read. */
const perRead = 50
/** How much longer it rests than a page took. */
const restFactor = 2

/**
 * The questions that fit when it begins, newest first, at most `mostExported`; read page by page while they are taken, without
 * those deleted meanwhile. It rests between pages, so that most of the time is everybody else's.
 */
export async function* readForExport(
  db: Database,
  filter: QuestionFilter,
  signal?: AbortSignal,
): AsyncGenerator<ListedQuestion> {
  const ids = await idsOf(db, filter, mostExported)
  for (let at = 0; at < ids.length; at += perRead) {
    const started = performance.now()
    const page = ids.slice(at, at + perRead)
    const known = new Map((await questionsOf(forLongWork(db), page)).map((one) => [one.id, one]))
    yield* page.flatMap((id) => known.get(id) ?? [])
    await pause(restFactor * (performance.now() - started), undefined, { signal })
  }
}

type Cell = string | number
type Column = { title: string; width: number; cell: (question: ListedQuestion, timeZone: string) => Cell }

const columns: Column[] = [
  { title: '时间', width: 20, cell: ({ at }, timeZone) => at.toLocaleString('sv-SE', { timeZone }) },
  { title: '渠道', width: 10, cell: ({ channel }) => words.channels[channel] ?? channel },
  { title: '提问', width: 40, cell: ({ text }) => text },
  { title: '理解为', width: 40, cell: ({ log }) => log.question ?? '' },
  { title: '答复情况', width: 12, cell: ({ status }) => words.statuses[status] ?? status },
  { title: '答复', width: 60, cell: ({ replies }) => replies.map(({ text }) => text).join('\n\n') },
  { title: '所用条款', width: 24, cell: ({ log }) => log.used.map(placeOf).join('\n') },
  { title: '未用条款', width: 24, cell: ({ log }) => log.rejected.map(placeOf).join('\n') },
  { title: '方式', width: 10, cell: ({ log }) => words.modes[log.mode] ?? log.mode },
  { title: '评价', width: 8, cell: ({ helpful }) => (helpful === null ? '' : helpful ? '有帮助' : '没有帮助') },
  { title: '意见', width: 30, cell: ({ comment }) => comment ?? '' },
  { title: '用时（毫秒）', width: 10, cell: ({ durationMs }) => durationMs },
  { title: '项目', width: 20, cell: ({ programme }) => programme ?? '' },
  { title: '通知', width: 20, cell: ({ notice }) => notice ?? '' },
  { title: '组', width: 8, cell: ({ group }) => group },
  { title: '审核', width: 10, cell: ({ review }) => words.reviews[review] },
  { title: '标签', width: 20, cell: ({ tags }) => tags.join('、') },
  { title: '分派给', width: 12, cell: ({ assignee }) => assignee ?? '' },
  { title: '备注', width: 30, cell: ({ note }) => note },
  { title: '审核人', width: 12, cell: ({ reviewer }) => reviewer ?? '' },
]

const placeOf = ({ notice, clause, score }: { notice: string; clause: string; score?: number }): string =>
  `${notice}#${clause}${score === undefined ? '' : ` (${score})`}`

/** A workbook of questions; nothing that a person typed in it is a formula, also when it is saved as CSV and opened again. */
export const writeWorkbook = (questions: AsyncIterable<ListedQuestion>, timeZone: string): AsyncGenerator<Buffer> =>
  streamWorkbook({
    name: '提问记录',
    titles: columns.map(({ title }) => title),
    widths: columns.map(({ width }) => width),
    rows: rowsOf(questions, timeZone),
  })

async function* rowsOf(questions: AsyncIterable<ListedQuestion>, timeZone: string): AsyncGenerator<Cell[]> {
  for await (const question of questions) yield columns.map(({ cell }) => written(cell(question, timeZone)))
}

const written = (value: Cell): Cell => (typeof value === 'number' ? value : disarmed(value))

/** UTF-16 code units that are written to a cell, of the 32,767 that it holds. */
const longestCell = 32_000

/** A text that no spreadsheet takes for a formula: one that begins like one begins with an apostrophe. */
export function disarmed(text: string): string {
  const plain = cutToUnits(
    text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (sign) => (sign === '\n' ? sign : ' ')),
    longestCell,
  )
  return /^\s*[=+\-@＝＋－＠|]/u.test(plain) ? `'${plain}` : plain
}
