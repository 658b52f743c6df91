import { randomBytes } from 'node:crypto'
import { colleaguePageTextsIn } from '../../prompts/colleague-page-texts-in.ts'
import { askColleague, renewLink, revokeLink, settleFact } from '../../services/colleagues/ask.ts'
import { checkOf, mergedAnswers } from '../../services/colleagues/check-of.ts'
import { tickEvidence, ticksIn, ticksOf, toDoOf } from '../../services/colleagues/evidence.ts'
import type { HeldLink } from '../../services/colleagues/links.ts'
import { colleaguesOf } from '../../services/colleagues/overview.ts'
import { match } from '../../services/eligibility/match.ts'
import type { ResolvedProgramme } from '../../services/eligibility/resolve-programmes.ts'
import type { Interview } from '../../services/conversations/interview.ts'
import type { Other } from '../web/colleagues/other-programmes.ts'
import type { Answer } from '../../services/eligibility/rule.ts'
import { verdictLine } from '../../services/interview/describe-assessment.ts'
import type { PageLanguage } from '../web/page-language.ts'
import type { Shown } from './shown.ts'
import type { ColleagueDesk } from '../app-services.ts'
import { ownerPath } from '../opened-page.ts'
import type { FormBody } from '../routes/form-body.ts'
import { renderGonePage } from '../web/colleagues/gone-page.ts'
import { renderTogetherPage } from '../web/colleagues/together-page.ts'

type Desk = ColleagueDesk & { today: string; origin: string; language: PageLanguage }

const idForm = /^[0-9a-f]{32}$/u

/** The page of the person who holds a check. */
export async function showTogether(desk: Desk, token: string, owner: HeldLink, fault?: string): Promise<Shown> {
  const { db, key, today, origin, language } = desk
  const known = desk.known()
  const { interview, code } = owner
  const programme = known.programmes.find(({ id }) => id === interview.programme)
  if (!programme) return { html: renderGonePage('suspended', language), status: 503 }
  const assessment = checkOf({ programme, interview: { ...interview, language }, known, today })
  const html = renderTogetherPage({
    path: ownerPath(token),
    origin,
    language,
    code,
    programme,
    interview,
    assessment,
    verdict: verdictLine(programme, assessment, language),
    colleagues: await colleaguesOf(db, code, key),
    today,
    others: othersOf(desk, known.programmes, programme, interview),
    ticks: await ticksOf(db, code),
    newId: () => randomBytes(16).toString('hex'),
    fault,
  })
  return { html, ...(fault !== undefined && { status: 422 }) }
}

/** Does what a form of the page asks for, and shows the page as it is then. */
export async function takeTogether(desk: Desk, token: string, owner: HeldLink, form: FormBody): Promise<Shown> {
  const { db, key } = desk
  const id = form.one('id')
  const to = (place: string): Shown => ({ to: `${ownerPath(token)}#${place}` })
  switch (form.one('do')) {
    case 'ask':
      return ask(desk, token, owner, form)
    case 'revoke':
      await revokeLink(db, owner, id)
      return to(`c-${id}`)
    case 'renew':
      await renewLink(db, owner, key, id)
      return to(`c-${id}`)
    case 'evidence':
      await tickEvidence(db, owner.code, {
        ...ticksIn(form.all('item'), toDo(desk, owner)),
        role: '',
        today: desk.today,
      })
      return to('to-do')
    case 'settle':
      await settleFact(db, owner, form.one('fact'), readAnswer(form.one('answer')))
      return to('result')
    default:
      return { to: ownerPath(token) }
  }
}

/** The other programmes that ask for some of the same, the best first. */
function othersOf(
  { today, language }: Desk,
  all: readonly ResolvedProgramme[],
  own: ResolvedProgramme,
  interview: Interview,
): Other[] {
  return match(all, mergedAnswers(own, interview), today).flatMap((assessment) => {
    const programme = all.find(({ id }) => id === assessment.programme)
    return !programme || programme.id === own.id
      ? []
      : [{ programme, assessment, verdict: verdictLine(programme, assessment, language) }]
  })
}

/** All that there is to have or to do. */
function toDo({ known }: Desk, { interview }: HeldLink) {
  const programme = known().programmes.find(({ id }) => id === interview.programme)
  return toDoOf(programme?.preparation ?? [])
}

async function ask(desk: Desk, token: string, owner: HeldLink, form: FormBody): Promise<Shown> {
  const { db, key, today, language, known } = desk
  const texts = colleaguePageTextsIn(language)
  const id = form.one('id')
  const programme = known().programmes.find((one) => one.id === owner.interview.programme)
  const wanted = new Set(form.all('fact'))
  const facts = programme?.factKeys.filter((key) => wanted.has(key)) ?? []
  if (!idForm.test(id)) return { to: ownerPath(token) }
  const outcome = await askColleague(db, owner, key, { id, role: form.one('role'), facts, language, today })
  if (outcome === 'nobody') return showTogether(desk, token, owner, texts.noRole)
  if (outcome === 'too-many') return showTogether(desk, token, owner, texts.tooMany)
  return { to: `${ownerPath(token)}#c-${id}` }
}

/** As a button of the page sends it. */
function readAnswer(text: string): Answer {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' ? null : (read as Answer)
  } catch {
    return null
  }
}
