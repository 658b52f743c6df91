import { randomUUID } from 'node:crypto'
import { lengthOf, shortened } from '../../../knowledge/language/characters.ts'
import { wecomTexts as texts } from '../../../prompts/wecom-texts.ts'
import type { Action, Citation, Reply } from '../../../services/reply.ts'
import { measured } from '../channel.ts'
import { splitText } from '../split-text.ts'
import { wecomShows } from './shows.ts'

const mostCitations = 3
/** Characters of a button, a little less than what is shown of them. */
const longestButton = 9
/** Characters of a title, and of the line below. */
const longestTitle = 24
const longestLine = 28

/** What a line must not begin with where it is no markup, and what is markup wherever it stands. */
const marks = /^(?=\s*(?:#|>|[-*+]\s|\|))|(?=[*_`~[\]\\])/gm
/** A text in which nothing is markup. */
export const plain = (text: string): string => text.replace(/</g, '＜').replace(marks, '\\')

/** The replies of a turn as Markdown, each text short enough for one message. @param publicUrl Where pages are. */
export function renderTurn(replies: readonly Reply[], publicUrl: string | undefined): string[] {
  const whole = replies.map((reply) => replyText(reply, publicUrl)).join('\n\n')
  return splitText(whole, (part) => measured(part, wecomShows) <= wecomShows.text.most)
}

function replyText(reply: Reply, publicUrl: string | undefined): string {
  const { text, lead, table, progress, kind } = reply
  const head = progress && kind === 'question' ? `${texts.progress(progress.done + 1, progress.total)}  \n` : ''
  const said =
    lead !== undefined && text.startsWith(lead)
      ? `**${plain(lead)}**${lines(plain(text.slice(lead.length)))}`
      : lines(plain(text))
  const shown = table && lead !== undefined ? `**${plain(lead)}**\n\n${tableText(table)}` : said
  return [head + shown, choices(reply), ...grounds(reply, publicUrl), ...files(reply, publicUrl)]
    .filter(Boolean)
    .join('\n\n')
}

/** A line break in Markdown is none to some readers without two blanks before it. */
const lines = (text: string): string => text.replace(/(?<!\n)\n(?!\n)/g, '  \n')
/** A text in which nothing is markup, each line of it a line. */
export const asLines = (text: string): string => lines(plain(text))

function tableText({ columns, rows }: NonNullable<Reply['table']>): string {
  const cell = (text: string) => plain(text).replaceAll('|', '｜').replaceAll('\n', ' ')
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(cell)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map(({ text }) => cell(text)))),
  ].join('\n')
}

/** What the buttons stand for, where a button can't hold the words and the text does not list them. */
function choices({ text, kind, actions }: Reply): string {
  const shown = buttonsOf({ kind, actions })
  if (shown.every(({ label }) => lengthOf(label) <= longestButton) || shown.every(({ label }) => text.includes(label)))
    return ''
  return shown.map(({ label }, at) => `${at + 1}\\. ${plain(label)}`).join('  \n')
}

function grounds({ citations, contact, kind }: Reply, publicUrl: string | undefined): string[] {
  if (kind === 'info') return []
  const all = contact ? [...citations, contact] : citations
  const left = all.length - mostCitations
  return [
    ...all.slice(0, mostCitations).map((one) => ground(one, publicUrl)),
    ...(left > 0 ? [texts.moreGrounds(left)] : []),
  ]
}

function ground({ title, documentNumber, heading, quote, url }: Citation, publicUrl: string | undefined): string {
  const source = plain(
    `《${title}》${documentNumber ? `（${documentNumber}）` : ''}${heading === title ? '' : ` ${heading}`}`,
  )
  const words = quote
    .trim()
    .split('\n')
    .map((line) => `> ${plain(line)}`)
    .join('\n')
  return `${words}\n\n${publicUrl === undefined ? `——${source}` : `[${source}](${publicUrl}${url})`}`
}

/** The files for people; JSON is for programs. */
function files({ downloads = [] }: Reply, publicUrl: string | undefined): string[] {
  const links = downloads.filter(({ url }) => publicUrl !== undefined && !url.endsWith('.json'))
  return links.length === 0 ? [] : [links.map(({ label, url }) => `[${plain(label)}](${publicUrl}${url})`).join('  \n')]
}

/** What a button is too short for goes without what stands in brackets: 申报自查（约2分钟）. */
const briefly = (label: string): string =>
  lengthOf(label) > longestButton ? label.replace(/（[^（）]*）$/u, '') : label

const answers = new Set<Reply['kind']>(['answer', 'not-found', 'roster'])

/** The actions that have a button; a page of this server has none. Of a summary only the first: what is wrong is said in words. */
export const buttonsOf = ({ kind, actions }: Pick<Reply, 'kind' | 'actions'>): (Action & { at: number })[] =>
  actions
    .map((action, at) => ({ ...action, label: briefly(action.label), at }))
    .filter(({ url }) => url === undefined)
    .slice(0, kind === 'summary' ? 1 : wecomShows.buttons.most)

/** The card under a turn, with the quick replies of its last reply that has any; undefined where none has. */
export function cardOf(replies: readonly Reply[]): object | undefined {
  const reply = replies.findLast((one) => buttonsOf(one).length > 0)
  if (!reply) return undefined
  const buttons = buttonsOf(reply)
  const isNumbered = buttons.some(({ label }) => lengthOf(label) > longestButton)
  const [title] =
    reply.kind === 'question' && reply.progress
      ? [texts.progress(reply.progress.done + 1, reply.progress.total)]
      : [isNumbered || !answers.has(reply.kind) ? texts.choose : texts.askNext]
  const line = reply.kind === 'question' ? reply.text.split('\n')[0]! : ''
  return {
    card_type: 'button_interaction',
    main_title: { title: shortened(title, longestTitle), ...(line !== '' && { desc: shortened(line, longestLine) }) },
    button_list: buttons.map(({ label, at }, place) => ({
      text: shortened(isNumbered ? `${place + 1}. ${label}` : label, longestButton),
      style: place === 0 ? 1 : 2,
      key: String(at),
    })),
    task_id: taskOf(reply.id),
  }
}

/** What a card is known by: its reply, and letters of its own, since a reply may be shown twice. */
const taskOf = (reply: string): string => `${reply}@${randomUUID().slice(0, 8)}`

export const replyOfTask = (task: string): string => task.split('@')[0]!

/** What a pressed card turns into: its choice. */
export const settledCard = (title: string, label: string, task: string): object => ({
  card_type: 'button_interaction',
  main_title: { title: shortened(title, longestTitle) },
  button_list: [{ text: shortened(label, longestButton), style: 2, key: 'settled' }],
  task_id: task,
})
