import { inChinese } from '../../knowledge/language/write-day.ts'
import type { Assessment } from '../../services/eligibility/assessment.ts'
import { orderProgrammes, type ProgrammeOfDay } from '../../services/eligibility/order-programmes.ts'
import type { ResolvedProgramme } from '../../services/eligibility/resolve-programmes.ts'
import type { AppServices, FirstOffers } from '../app-services.ts'
import { type Html, markup } from './html.ts'

type Window = Assessment['window']

/** Programmes beyond these stand on the page of all programmes. */
const mostShown = 4

const windowWords: Record<Window['status'], (window: Window) => string> = {
  'not-yet-open': ({ opens }) => `尚未开始${opens === undefined ? '' : `（${inChinese(opens)}起）`}`,
  open: ({ daysLeft }) => (daysLeft === 0 ? '申报中，今天截止' : `申报中，还剩${daysLeft}天`),
  closed: ({ closes }) => `已截止（${inChinese(closes)}）`,
}

function programmeLine({ programme, window }: ProgrammeOfDay): Html {
  const name = `${programme.year}年${programme.title.replace(/^\p{Script=Han}{2,3}?[省市]/u, '')}`
  return markup`<li><a class="first-programme" href="/programmes/${programme.id}"><span class="first-name">${name}</span> <span class="first-window first-${window.status}">${windowWords[window.status](window)}</span></a></li>
`
}

function programmeList(programmes: readonly ResolvedProgramme[], today: string): Html | false {
  if (programmes.length === 0) return false
  const sorted = orderProgrammes(programmes, today)
  const isAllClosed = sorted.every(({ window }) => window.status === 'closed')
  const rest = sorted.length - mostShown
  return markup`<p class="first-lead">${isAllClosed ? '以下申报目前都已截止，可以先对照条件自查。' : '现在可以了解和申报的项目：'}</p>
<ul class="first-programmes">
${sorted.slice(0, mostShown).map(programmeLine)}${rest > 0 && markup`<li><a class="first-programme" href="/programmes">其余${rest}个项目</a></li>`}</ul>
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

/** What the chat page begins with: which calls are open, the self-check, the units, and questions that are answered. */
export function renderFirstScreen({ programmes, today, offers }: Pick<AppServices, 'programmes'> & Day): Html {
  const canCheck = programmes.length > 0
  const check = markup`<button class="button" type="button" data-ask="/check">申报自查（约2分钟）</button>`
  return markup`${programmeList(programmes, today)}<div class="first-acts">
${canCheck && check}
<a class="button button-quiet" href="/units">查我们单位</a>
</div>
${offers && questionList(offers)}`
}

type Day = { today: string; offers: FirstOffers | undefined }
