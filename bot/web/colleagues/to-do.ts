import { colleaguePageTextsIn } from '../../../prompts/colleague-page-texts-in.ts'
import { type Tick, toDoOf } from '../../../services/colleagues/evidence.ts'
import type { Assessment } from '../../../services/eligibility/assessment.ts'
import { criterionTitleIn, dayIn, shortDayIn } from '../../../services/eligibility/programme-texts.ts'
import type { ResolvedProgramme } from '../../../services/eligibility/resolve-programmes.ts'
import { dueOf } from '../../../services/preparation/schedule.ts'
import { type Html, markup } from '../html.ts'
import type { PageLanguage } from '../page-language.ts'

type Item = Assessment['preparation'][number]
type Ticks = { programme: ResolvedProgramme; ticks: readonly Tick[]; language: PageLanguage; today: string }

/** Something to have at hand, with what it proves, and who has it since when. */
export function renderTick({ id, text, proves }: Item, { programme, ticks, language, today }: Ticks): Html {
  const texts = colleaguePageTextsIn(language)
  const tick = ticks.find(({ item }) => item === id)
  const rule = [...programme.criteria, ...programme.preferences].find((one) => one.id === proves)
  const proven = rule && criterionTitleIn(language, programme, rule)
  const who = tick && texts.who(tick.role === '' ? texts.own : tick.role, shortDayIn(language, tick.on, today))
  return markup`<li><label class="tick"><input type="checkbox" name="item" value="${id}"${tick && markup` checked`}><span>${proven !== undefined && texts.proves(proven)}${text}${who !== undefined && markup` <span class="small">${texts.has(who)}</span>`}</span></label></li>`
}

/** The preparation list as what all do together, with days counted back from the last one. */
export function renderToDo(
  page: Ticks & { path: string; assessment: Pick<Assessment, 'window' | 'preparation'> },
): Html | false {
  const { path, language, today, assessment } = page
  const texts = colleaguePageTextsIn(language)
  const { window, preparation } = assessment
  const items = toDoOf(preparation)
  if (items.length === 0) return false
  const had = items.filter(({ id }) => page.ticks.some(({ item }) => item === id)).length
  const isClosed = window.status === 'closed'
  const kinds = (['evidence', 'form', 'submission'] as const).flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind)
    const due = isClosed ? undefined : dueOf(kind, window.closes, today, language)
    const name = `${texts.toDoKinds[kind]}${due ? texts.by(dayIn(language, due.date)) : ''}`
    return own.length === 0
      ? []
      : [markup`<h3>${name}</h3><ul class="plain">${own.map((item) => renderTick(item, page))}</ul>`]
  })
  const calendar =
    !isClosed && markup`<a class="button button-quiet" href="${path}/to-do.ics" download>${texts.calendar}</a>`
  return markup`<section id="to-do"><h2>${texts.toDoTitle}</h2><p class="lead">${texts.toDoLead}${isClosed && texts.toDoClosed}</p>
<details class="colleague-card more"><summary>${texts.toDoCount(items.length, had)}</summary><form method="post" action="${path}"><input type="hidden" name="do" value="evidence">${kinds}<p class="actions"><button class="button" type="submit">${texts.save}</button>${calendar}</p></form></details></section>`
}
