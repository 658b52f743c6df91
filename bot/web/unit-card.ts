import { readContacts } from '../../knowledge/language/contact.ts'
import type { HandingIn } from '../../services/roster/handing-in.ts'
import type { Said } from '../../services/roster/reached.ts'
import { projectOf, type Roster } from '../../services/roster/roster.ts'
import type { CardPart, UnitCard } from '../../services/roster/unit-card.ts'
import { type Html, markup } from './html.ts'
import { markedQuote } from './marked-quote.ts'
import { copied, rowView, source } from './unit-row.ts'
import type { UnitWords } from './unit-words.ts'

type Shown = { today: string; rosters: readonly Roster[]; words: UnitWords }

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

function windowOf({ until }: HandingIn, { today, words }: Shown): Html | undefined {
  if (until?.day === undefined) return undefined
  return today > until.day
    ? markup`<span class="status status-unmet">${words.closed}</span>`
    : markup`<span class="status status-met">${words.open}</span>`
}

function untilWords({ until }: HandingIn, { today, words }: Shown): Html | undefined {
  if (!until) return undefined
  const { text, day } = until
  if (day === undefined) return markup`${text}`
  return markup`${today > day && markup`<strong>${words.closedOn}</strong>`}${words.day(day)}${words.printed(text)}`
}

const term = (name: string, value: Html | false | undefined): Html | false =>
  value !== undefined && value !== false && markup`<div><dt>${name}</dt><dd>${value}</dd></div>`

/** The titles themselves stand with their rows. */
function mailRule({ rows, handing: { mailTitle } }: CardPart, words: UnitWords): Html | undefined {
  if (!mailTitle) return undefined
  const isOpen = rows.some((row) => row.mailTitle?.includes('〔'))
  return markup`${words.mailRule(mailTitle.said, isOpen)} ${source(mailTitle.entry, words.mailTitle, words)}`
}

function factsOf(part: CardPart, shown: Shown): Html {
  const { words } = shown
  const { facts } = words
  const { what, until, to, address, mail, contact, sentence } = part.handing
  const said = (name: string, found: Said | undefined, told = found && markup`${found.text}`): Html | false =>
    found !== undefined && term(name, markup`${told} ${source(found.entry, name, words)}`)
  const [before, link, after] = words.unread
  const silent =
    sentence === undefined &&
    markup`<p class="notice-box">${before}<a href="/notices/${part.notice.id}">${link}</a>${after}</p>`
  return markup`${silent}<dl class="unit-facts">${what ? said(facts.what, what) : said(facts.how, sentence)}
${said(facts.until, until, untilWords(part.handing, shown))}${said(facts.to, to)}
${term(facts.address, address && copied(address.text, words.placeName, words, address.entry))}${term(facts.mail, mail && copied(mail.text, words.mailName, words, mail.entry))}
${term(words.mailTitle, mailRule(part, words))}${said(facts.contact, contact, contact && callable(contact.text))}</dl>
${sentence && quotation(sentence, words)}`
}

const quotation = ({ entry, text }: Said, words: UnitWords): Html =>
  markup`<details class="more"><summary>${words.quotation}</summary><blockquote class="unit-quote" lang="zh-CN">${markedQuote(entry.clause.text, text)}</blockquote></details>`

/** The paper that the notice prescribes, one for each row. */
function downloads({ notice, handing: { template }, rows }: CardPart, words: UnitWords): Html | undefined {
  if (!template) return undefined
  const links = rows.map(({ row }) => {
    const query = new URLSearchParams({ notice: notice.id, row: row.entry.clause.id }).toString()
    const project = projectOf(row)
    const label = `${words.download(template.name)}${rows.length > 1 && project !== '' ? words.named('') + project : ''}`
    return markup`<a class="button" href="/api/units/report.docx?${query}" download>${label}</a>`
  })
  const hasProject = rows.some(({ row }) => projectOf(row) !== '')
  return markup`<div class="unit-downloads">${links}</div>
<p class="small">${words.laidOut(template.sections.length, hasProject)} ${source(template.entry, template.name, words)}</p>`
}

const partView = (part: CardPart, shown: Shown): Html =>
  markup`<section class="unit-part"><h3><a href="/notices/${part.notice.id}">${part.notice.shortTitle}</a> ${windowOf(part.handing, shown)}</h3>
<ol class="unit-rows">${part.rows.map((row) => rowView(row, part, shown.rosters, shown.words))}</ol>
${factsOf(part, shown)}${downloads(part, shown.words)}</section>`

/** The card of a unit: its rows, and for each notice what is handed in, by when and to whom, every line with its clause. */
export function renderUnitCard({ unit, parts }: UnitCard, short: readonly string[], shown: Shown): Html {
  const { words } = shown
  const rows = parts.reduce((sum, part) => sum + part.rows.length, 0)
  const ask = `/?send=${encodeURIComponent(words.question(unit))}`
  return markup`<section class="unit-card" id="card" aria-labelledby="unit-name"><h2 id="unit-name" tabindex="-1">${unit}</h2>
<p class="small">${words.about(short.join('、'), rows)}</p>
${parts.map((part) => partView(part, shown))}<p><a href="${ask}">${words.ask}</a></p></section>`
}
