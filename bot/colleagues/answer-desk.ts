import type { Database } from '../../knowledge/database/schema.ts'
import { lengthOf } from '../../knowledge/language/characters.ts'
import { colleaguePageTextsIn } from '../../prompts/colleague-page-texts-in.ts'
import { evidenceFor, tickEvidence, ticksIn, ticksOf } from '../../services/colleagues/evidence.ts'
import type { HeldLink } from '../../services/colleagues/links.ts'
import { answersOf } from '../../services/colleagues/overview.ts'
import { readSaid } from '../../services/colleagues/read-said.ts'
import { longestRemark, takeAnswer } from '../../services/colleagues/take-answer.ts'
import type { FactKey } from '../../services/eligibility/document-facts.ts'
import { sourceOf } from '../../services/interview/standing.ts'
import type { ColleagueDesk } from '../app-services.ts'
import type { FormBody } from '../routes/form-body.ts'
import { type AnswerPage, nextOf, renderDonePage, renderQuestionPage } from '../web/colleagues/answer-page.ts'
import { renderGonePage } from '../web/colleagues/gone-page.ts'
import type { PageLanguage } from '../web/page-language.ts'
import type { Shown } from './shown.ts'

type Desk = ColleagueDesk & { today: string; language: PageLanguage }

const pathOf = (token: string): string => `/answer/${token}`

/** The questions of a link, with what was answered; undefined while the programme can't be checked. */
async function pageOf(
  { known, today, language }: Desk,
  db: Database,
  token: string,
  link: HeldLink,
): Promise<AnswerPage | undefined> {
  const { programmes, catalogue } = known()
  const programme = programmes.find(({ id }) => id === link.interview.programme)
  const facts = link.facts.filter((key) => programme?.facts[key])
  if (!programme || facts.length === 0) return undefined
  return {
    path: pathOf(token),
    programme,
    role: link.role,
    language,
    facts,
    answers: (await answersOf(db, [link.id])).get(link.id) ?? [],
    evidence: evidenceFor(programme, facts, language),
    ticks: await ticksOf(db, link.code),
    today,
    clauseOf(fact) {
      const source = sourceOf(programme, fact)
      const entry = source && catalogue.find(source.notice, source.clause)
      return entry && { source, clause: entry.clause }
    },
  }
}

const suspended = ({ language }: Desk): Shown => ({ html: renderGonePage('suspended', language), status: 503 })

/** The question that is asked for, else the first that is open; thanks where none is. */
export async function showAsked(desk: Desk, token: string, link: HeldLink, asked?: string): Promise<Shown> {
  const page = await pageOf(desk, desk.db, token, link)
  if (!page) return suspended(desk)
  const at = page.facts.find((fact) => fact === asked) ?? nextOf(page)
  return { html: at === undefined ? renderDonePage(page) : renderQuestionPage(page, at) }
}

/** Keeps an answer and goes on to the next question; one that can't be read is asked again, with what it takes. */
export async function answerAsked(desk: Desk, token: string, link: HeldLink, form: FormBody): Promise<Shown> {
  const page = await pageOf(desk, desk.db, token, link)
  if (!page) return suspended(desk)
  const fact: FactKey | undefined = page.facts.find((one) => one === form.one('fact'))
  const next = { to: pathOf(token) }
  if (form.one('do') === 'evidence') {
    const ticked = ticksIn(form.all('item'), page.evidence)
    await tickEvidence(desk.db, link.code, { ...ticked, role: link.role, today: desk.today })
    return next
  }
  if (fact === undefined) return next
  const typed = form.one('answer')
  const read = form.one('unknown') === '' ? readSaid(page.programme, fact, typed, desk.language) : { answer: null }
  const remark = form.one('remark')
  if ('fault' in read)
    return {
      html: renderQuestionPage(page, fact, {
        typed,
        fault: colleaguePageTextsIn(desk.language).unreadable(read.fault),
      }),
      status: 422,
    }
  const kept = [...remark].slice(0, longestRemark).join('')
  await takeAnswer(desk.db, link, {
    fact,
    ...read,
    remark: lengthOf(remark) > longestRemark ? kept : remark,
    today: desk.today,
  })
  return next
}
