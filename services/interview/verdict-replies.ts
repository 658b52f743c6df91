import type { Language } from '../../prompts/approximate-texts.ts'
import { reminderTexts } from '../../prompts/reminder-texts.ts'
import { documentTextsIn } from '../../prompts/document-texts-in.ts'
import { citeAll } from '../answering/compose/cite.ts'
import { type DownloadName, downloadsOf } from '../downloads/download.ts'
import type { Assessment, Source } from '../eligibility/assessment.ts'
import { checkProgramme } from '../eligibility/check-programme.ts'
import { holdWindow } from '../eligibility/window.ts'
import type { Reply } from '../reply.ts'
import { withFiguresAsSaid } from './approximate-assessment.ts'
import { inEnglishWords } from './assessment-in-english.ts'
import { criterionLine, describeAssessment, type Fit, fixLines, otherFits } from './describe-assessment.ts'
import { titleIn } from '../eligibility/programme-texts.ts'
import { act, type InterviewContext, reply, textsOf } from './reply-parts.ts'
import { withGivers } from './with-givers.ts'
import { standingOf } from './standing.ts'

/** The assessment of the answers that count, in the interview's language, its figures as they were said. */
export function assessmentOf(context: InterviewContext): Assessment {
  const { programme, interview, today } = context
  const { answers } = standingOf(programme, interview)
  const assessment = checkProgramme(programme, answers, today)
  const told =
    interview.language === 'en'
      ? inEnglishWords(programme, assessment, answers, interview.said)
      : withFiguresAsSaid(programme, assessment, answers, interview.said)
  return withGivers(context, told)
}

const finder =
  ({ known }: InterviewContext) =>
  ({ notice, clause }: Source) =>
    known.catalogue.find(notice, clause)

const placesIn = (context: InterviewContext) => (source: Source) =>
  finder(context)(source)?.clause.path.split(' › ').slice(-2).join(' › ') || source.clause

const cited = (context: InterviewContext, sources: readonly Source[]) =>
  citeAll(sources.flatMap((source) => finder(context)(source) ?? []))

/** What can be asked of a verdict. */
const nextSteps = (context: InterviewContext) => {
  const { missingTitle, prepareTitle, changeTitle } = textsOf(context)
  return [missingTitle, prepareTitle, changeTitle].map((title) => act(title, title))
}

/** What people may ask to hear of: a last day that is to come, and whatever changes the check. */
export function reminderOffers({ programme, interview, today }: InterviewContext) {
  const language = interview.language ?? 'zh'
  const isOver = holdWindow(programme.window, today).status === 'closed'
  const deadline = act(reminderTexts.deadline[language], `/remind deadline ${programme.id}`)
  return [...(isOver ? [] : [deadline]), act(reminderTexts.changes[language], `/remind changes ${programme.id}`)]
}

/** The checker's assessment of the answers that count. */
export function assessmentReply(context: InterviewContext): Reply {
  const { programme, interview, known } = context
  const { language } = interview
  const assessment = assessmentOf(context)
  const { answers } = standingOf(programme, interview)
  const fits = otherFits(known.programmes, assessment, answers, language)
  const text = describeAssessment(
    programme,
    assessment,
    placesIn(context),
    fits.map((fit) => fit.text),
    language,
  )
  const others = fits.map((fit) =>
    act(textsOf(context).start(titleIn(language, fit.programme)), `/check ${fit.programme.id}`),
  )
  const given = reply('assessment', [text], {
    citations: cited(context, sourcesOf(assessment, fits)),
    actions: [
      ...nextSteps(context),
      ...(assessment.window.status === 'closed' ? [] : reminderOffers(context)),
      ...others,
    ],
    assessment,
  })
  return { ...given, downloads: downloadsOf(assessment).map((name) => downloadOf(given, name, language)) }
}

/** Every clause that the words of an assessment rest on, those of its criteria first. */
function sourcesOf(
  { criteria, window, preferences, preparation, verdict }: Assessment,
  fits: readonly Fit[],
): Source[] {
  const shown = verdict === 'ineligible' ? [] : preparation
  return [
    ...criteria.map(({ source }) => source),
    window.source,
    ...[...preferences, ...shown].flatMap(({ source }) => source ?? []),
    ...fits.map(({ programme }) => programme.window.source),
  ]
}

const downloadOf = ({ id }: Reply, name: DownloadName, language: Language | undefined) => ({
  label: documentTextsIn(language).labels[name],
  url: `/api/replies/${id}/${name}`,
})

/** Each criterion that is not met, with what is missing and its clause. */
export function missingReply(context: InterviewContext): Reply {
  const words = textsOf(context)
  const { programme, interview } = context
  const assessment = assessmentOf(context)
  const { criteria } = assessment
  const open = criteria.filter(({ status }) => status !== 'met')
  const unmet = open.filter(({ status }) => status === 'unmet').length
  const lead =
    open.length === 0 ? words.allMet(titleIn(interview.language, programme)) : words.lacks(unmet, open.length - unmet)
  const lines = open.map((criterion) =>
    criterionLine(programme.facts, criterion, placesIn(context), interview.language),
  )
  return reply('answer', [lead, ...lines, ...fixLines(assessment, interview.language)], {
    lead,
    citations: cited(
      context,
      (open.length > 0 ? open : criteria).map(({ source }) => source),
    ),
    actions: nextSteps(context).filter(({ send }) => send !== words.missingTitle),
  })
}

/** What there is to prepare, with the clauses. */
export function prepareReply(context: InterviewContext): Reply {
  const words = textsOf(context)
  const { preparation } = assessmentOf(context)
  const lead = words.prepareFor(titleIn(context.interview.language, context.programme))
  return reply('answer', [lead, ...preparation.map(({ text }) => `· ${text}`)], {
    lead,
    citations: cited(
      context,
      preparation.flatMap(({ source }) => source ?? []),
    ),
    actions: nextSteps(context).filter(({ send }) => send !== words.prepareTitle),
  })
}
