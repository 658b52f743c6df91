import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { readContacts } from '../../knowledge/language/contact.ts'
import { inChinese } from '../../knowledge/language/write-day.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { listName } from '../../services/answering/compose/list-name.ts'
import type { HandingIn } from '../../services/roster/handing-in.ts'
import type { Said } from '../../services/roster/reached.ts'
import { cellOf, projectOf, type Roster } from '../../services/roster/roster.ts'
import type { CardPart, CardRow, UnitCard } from '../../services/roster/unit-card.ts'
import { type Html, markup } from './html.ts'
import { markedQuote } from './marked-quote.ts'

type Shown = { today: string; rosters: readonly Roster[] }

const hrefOf = ({ notice, clause }: Entry): string => `/notices/${notice.id}#${clause.id}`

const source = (entry: Entry, of: string): Html =>
  markup`<a class="unit-source" href="${hrefOf(entry)}" aria-label="原文：${of}">原文</a>`

/** A text to be copied, with the button that does it; without scripts the text is there to be selected. */
const copied = (text: string, of: string, from: Entry): Html =>
  markup`<span class="unit-copy"><span class="unit-copied">${text} ${source(from, of)}</span><button class="button button-quiet" type="button" data-copy="${text}" aria-label="复制${of}" hidden>复制</button></span>`

/** A text with its telephone numbers to be called. */
function callable(text: string): Html {
  let at = 0
  const parts = readContacts(text)
    .filter(({ kind }) => kind === 'phone')
    .map(({ start, end, text: phone }) => {
      const before = text.slice(at, start).trimEnd()
      at = end
      return markup`${before} <a href="tel:${phone.replace(/[^\d+]/gu, '')}">${phone}</a>`
    })
  return markup`${parts}${text.slice(at)}`
}

function windowOf({ until }: HandingIn, today: string): Html | undefined {
  if (until?.day === undefined) return undefined
  return today > until.day
    ? markup`<span class="status status-unmet">已截止</span>`
    : markup`<span class="status status-met">未截止</span>`
}

function untilWords({ until }: HandingIn, today: string): Html | undefined {
  if (!until) return undefined
  const { text, day } = until
  if (day === undefined) return markup`${text}`
  return markup`${today > day && markup`<strong>已截止：</strong>`}${inChinese(day)}（通知写“${text}”）`
}

const term = (name: string, value: Html | false | undefined): Html | false =>
  value !== undefined && value !== false && markup`<div><dt>${name}</dt><dd>${value}</dd></div>`

function mailTitles({ rows, handing: { mailTitle } }: CardPart): Html | undefined {
  if (!mailTitle) return undefined
  const titles = rows.flatMap((row) => row.mailTitle ?? [])
  const isOpen = titles.some((title) => title.includes('〔'))
  return markup`${titles.map((title) => copied(title, '邮件标题', mailTitle.entry))}<span class="small">通知要求：${mailTitle.said}${isOpen && '；〔〕里的请自己填写'}</span>`
}

function factsOf(part: CardPart, today: string): Html {
  const { what, until, to, address, mail, contact, sentence } = part.handing
  const said = (name: string, found: Said | undefined, words = found && markup`${found.text}`): Html | false =>
    found !== undefined && term(name, markup`${words} ${source(found.entry, name)}`)
  const silent =
    sentence === undefined &&
    markup`<p class="notice-box">没有读到名单中的单位要交什么，请看<a href="/notices/${part.notice.id}">通知原文</a>。</p>`
  return markup`${silent}<dl class="unit-facts">${what ? said('交什么', what) : said('怎么交', sentence)}
${said('什么时候交', until, untilWords(part.handing, today))}${said('交给谁', to)}
${term('寄到', address && copied(address.text, '地址', address.entry))}${term('发到', mail && copied(mail.text, '邮箱', mail.entry))}
${term('邮件标题', mailTitles(part))}${said('联系人', contact, contact && callable(contact.text))}</dl>
${sentence && quotation(sentence)}`
}

const quotation = ({ entry, text }: Said): Html =>
  markup`<details class="more"><summary>看通知怎么说</summary><blockquote class="unit-quote">${markedQuote(entry.clause.text, text)}</blockquote></details>`

/** A row with its list, its number and what is done with those on the list, in the notice's words. */
function rowView({ row }: CardRow, notice: Notice, all: readonly Roster[]): Html {
  const { roster, entry, seq } = row
  const project = projectOf(row)
  const among = all.filter((other) => other.rows[0]?.entry.notice === notice)
  const place = `${listName(roster, among)}${seq === undefined ? '' : `，序号${seq}`}`
  const others = roster.columns.labels.filter((column) => ![project, ''].includes(cellOf(row, column)))
  const { pointer } = roster.label
  return markup`<li class="unit-row"><p><strong>${project === '' ? row.unit : project}</strong></p>
<p>${place} ${source(entry, place)}</p>${others.map((column) => markup`<p>${column}：${cellOf(row, column)}</p>`)}
${pointer && pointer.after !== '' && markup`<p>${pointer.after} ${source(pointer.entry, pointer.after)}</p>`}</li>`
}

/** The paper that the notice prescribes, one for each row. */
function downloads({ notice, handing: { template }, rows }: CardPart): Html | undefined {
  if (!template) return undefined
  const links = rows.map(({ row }) => {
    const query = new URLSearchParams({ notice: notice.id, row: row.entry.clause.id }).toString()
    const project = rows.length > 1 && projectOf(row) !== '' && `：${projectOf(row)}`
    return markup`<a class="button" href="/api/units/report.docx?${query}" download>下载${template.name}（Word）${project}</a>`
  })
  return markup`<div class="unit-downloads">${links}</div>
<p class="small">按通知列的${template.sections.length}个部分排好，单位${rows.some(({ row }) => projectOf(row) !== '') && '和项目'}已填 ${source(template.entry, template.name)}</p>`
}

const partView = (part: CardPart, { today, rosters }: Shown): Html =>
  markup`<section class="unit-part"><h3><a href="/notices/${part.notice.id}">${part.notice.shortTitle}</a> ${windowOf(part.handing, today)}</h3>
<ol class="unit-rows">${part.rows.map((row) => rowView(row, part.notice, rosters))}</ol>
${factsOf(part, today)}${downloads(part)}</section>`

/** The card of a unit: its rows, and for each notice what is handed in, by when and to whom, every line with its clause. */
export function renderUnitCard({ unit, parts }: UnitCard, short: readonly string[], shown: Shown): Html {
  const rows = parts.reduce((sum, part) => sum + part.rows.length, 0)
  const ask = `/?send=${encodeURIComponent(`${unit}要交什么`)}`
  return markup`<section class="unit-card" id="card" aria-labelledby="unit-name"><h2 id="unit-name" tabindex="-1">${unit}</h2>
<p class="small">${short.length > 0 && `简称：${short.join('、')}。`}在名单中共${rows}行。</p>
${parts.map((part) => partView(part, shown))}<p><a href="${ask}">就这个单位提问</a></p></section>`
}
