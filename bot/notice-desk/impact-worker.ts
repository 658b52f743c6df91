import { parentPort, workerData } from 'node:worker_threads'
import type { ChangedAnswer, TouchedProgramme } from '../../knowledge/importing/impact.ts'
import { buildCatalogue } from '../../knowledge/finding/catalogue.ts'
import { squeeze } from '../../knowledge/language/clean-text.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { buildLexicalIndex } from '../../knowledge/searching/lexical-index.ts'
import { saidOf } from '../../services/answering/compose/said.ts'
import { buildSpelling } from '../../services/answering/understand/repair-spelling.ts'
import {
  describeConcerns,
  type ProgrammesInUse,
  programmesInUse,
  type PublishedProgramme,
} from '../../services/eligibility/programmes-in-use.ts'
import { whyOutdated } from '../../services/faq/pinned-clause.ts'
import { noticeDeskTexts as words } from '../../prompts/notice-desk-texts.ts'
import { comingProgrammes } from './coming-programmes.ts'
import type { Known } from '../known.ts'
import { saidTo } from '../said-to.ts'
import type { ImpactFound, ImpactTask } from './impact-data.ts'
import { questionsFor, spokenOf } from './impact-questions.ts'

type Side = Known & ProgrammesInUse

/** All that answering needs, in memory. */
function sideOf(notices: Notice[], published: PublishedProgramme[], { bundled, programmes }: ImpactTask): Side {
  const catalogue = buildCatalogue(notices)
  const index = buildLexicalIndex(notices)
  return {
    catalogue,
    spelling: buildSpelling(catalogue),
    said: saidOf(bundled, notices),
    search: async (query) => index.search(query),
    publicKeys: new Set(),
    ...programmesInUse(notices, bundled, programmes, published),
  }
}

/** The self-checks that are one thing before and another after, each with what staff are told of it. */
function touchedBy(before: Side, after: Side): TouchedProgramme[] {
  const own = new Map(before.programmes.map((programme) => [programme.id, programme]))
  const concerns = describeConcerns(after).filter(
    ({ text }) => !describeConcerns(before).some((known) => known.text === text),
  )
  const resolved = after.programmes.filter(({ id, rulesVersion, changes }) => {
    const known = own.get(id)
    return known?.rulesVersion !== rulesVersion || (known.changes === undefined) !== (changes === undefined)
  })
  const suspended = after.suspended.filter(({ id }) => own.has(id))
  return [...resolved, ...suspended].map(({ id, title }) => ({
    id,
    title,
    text: concerns.find(({ text }) => text.includes(`（${id}）`))?.text ?? words.impact.renewed,
  }))
}

async function run(task: ImpactTask): Promise<ImpactFound> {
  const before = sideOf(task.before, task.published, task)
  const after = sideOf(task.after, task.publishedAfter, task)
  const questions = questionsFor(task)
  const known = { before: { ...task.known.before }, after: { ...task.known.after } }
  const answers: ChangedAnswer[] = []
  const end = performance.now() + task.limitMs
  let asked = 0
  for (const question of questions) {
    if (performance.now() > end && known.after[question] === undefined) break
    const was = (known.before[question] ??= await saidTo(before, task.faqs, question, task.today))
    const is = (known.after[question] ??= await saidTo(after, task.faqs, question, task.today))
    if (was.text !== is.text || was.source !== is.source) answers.push({ question, before: was, after: is })
    asked++
  }
  const missed = spokenOf(task.after).flatMap(({ notice, question, quote }) => {
    const is = known.after[question]
    const right = after.catalogue.entries
      .filter((entry) => entry.notice.id === notice && squeeze(entry.clause.quote).includes(squeeze(quote)))
      .map((entry) => `${notice}#${entry.clause.id}`)
    return is && !right.some((clause) => is.cited?.includes(clause)) ? [{ question, quote, after: is }] : []
  })
  const curated = task.faqs.flatMap(({ id, wordings, clauses }) => {
    const reasons = clauses.flatMap((clause) => whyOutdated(after.catalogue, clause) ?? [])
    return reasons.length > 0 ? [{ id, question: wordings[0] ?? '', because: reasons.join('；') }] : []
  })
  const given = { ...task, notices: task.before, shipped: task.programmes, programmes: before.programmes }
  const coming = task.notice ? comingProgrammes(given, task.notice) : []
  return {
    answers,
    missed,
    curated,
    programmes: [...touchedBy(before, after), ...coming],
    asked,
    questions: questions.length,
    known,
  }
}

try {
  parentPort?.postMessage({ result: await run(workerData as ImpactTask) })
} catch (error) {
  const { name, message } = error as Error
  parentPort?.postMessage({ failure: { name, message } })
}
