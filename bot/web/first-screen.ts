import { englishName } from '../../services/answering/compose/english-name.ts'
import { orderProgrammes, type ProgrammeOfDay } from '../../services/eligibility/order-programmes.ts'
import { titleIn } from '../../services/eligibility/programme-texts.ts'
import type { ResolvedProgramme } from '../../services/eligibility/resolve-programmes.ts'
import type { AppServices, FirstOffers } from '../app-services.ts'
import { firstWords } from './first-words.ts'
import { type Html, markup } from './html.ts'
import type { PageLanguage } from './page-language.ts'

/** Programmes beyond these stand on the page of all programmes. */
const mostShown = 4

/** The year, then the title without the place that all of them are in. */
function nameOf(programme: ResolvedProgramme, language: PageLanguage): string {
  const { year, title } = programme
  if (language === 'zh') return `${year}年${title.replace(/^\p{Script=Han}{2,3}?[省市]/u, '')}`
  const short = englishName(title)
  return short === undefined ? titleIn('en', programme) : `${year} ${short}`
}

function programmeLine({ programme, window }: ProgrammeOfDay, language: PageLanguage): Html {
  const told = firstWords(language).window[window.status](window)
  return markup`<li><a class="first-programme" href="/programmes/${programme.id}"><span class="first-name">${nameOf(programme, language)}</span> <span class="first-window first-${window.status}">${told}</span></a></li>
`
}

function programmeList(programmes: readonly ResolvedProgramme[], today: string, language: PageLanguage): Html | false {
  if (programmes.length === 0) return false
  const words = firstWords(language)
  const sorted = orderProgrammes(programmes, today)
  const isAllClosed = sorted.every(({ window }) => window.status === 'closed')
  const rest = sorted.length - mostShown
  return markup`<p class="first-lead">${isAllClosed ? words.allClosed : words.someOpen}</p>
<ul class="first-programmes">
${sorted.slice(0, mostShown).map((one) => programmeLine(one, language))}${rest > 0 && markup`<li><a class="first-programme" href="/programmes">${words.rest(rest)}</a></li>`}</ul>
`
}

function questionList({ about, questions }: FirstOffers): Html | false {
  if (questions.length === 0) return false
  const items = questions.map(
    ({ label, send }) => markup`<li><button class="choice" type="button" data-ask="${send}">${label}</button></li>
`,
  )
  return markup`<h2 id="suggestions-heading">${about}</h2>
<ul class="suggestions" aria-labelledby="suggestions-heading">
${items}</ul>
`
}

type First = Pick<AppServices, 'programmes'> & {
  today: string
  offers: FirstOffers | undefined
  language: PageLanguage
}

/** What the chat page begins with: which calls are open, the self-check, the units, and questions that are answered. */
export function renderFirstScreen({ programmes, today, offers, language }: First): Html {
  const words = firstWords(language)
  const canCheck = programmes.length > 0
  const check = markup`<button class="button" type="button" data-ask="/check">${words.check}</button>`
  return markup`${programmeList(programmes, today, language)}<div class="first-acts">
${canCheck && check}
<a class="button button-quiet" href="/units">${words.units}</a>
</div>
${offers && questionList(offers)}`
}
