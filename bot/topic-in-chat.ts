import { cutTo } from '../knowledge/language/characters.ts'
import { commandReplies } from '../prompts/command-replies.ts'
import { interviewTextsIn } from '../prompts/interview-texts-in.ts'
import type { Language } from '../services/answering/compose/told.ts'
import { topicOf } from '../services/answering/compose/topic.ts'
import type { Scope } from '../services/answering/understand/question.ts'
import { titleIn } from '../services/eligibility/programme-texts.ts'
import type { Command } from '../services/interview/message.ts'
import type { Action } from '../services/reply.ts'
import { type CommandAnswer, type CommandContext, info, languageFor } from './command-answer.ts'
import { callsOf } from './start-in-chat.ts'

const texts = commandReplies.topic
/** Notices that are offered beside the programmes, the newest first. */
const mostNotices = 4
const dropping = /^(?:none|不限定|不限|无)$/iu

/** A programme or notice with its short name. */
type Choice = { id: string; label: string; scope: Scope }

/** Says what is spoken of and offers what could be; sets it to a programme or notice, or to none. An interview keeps its own. */
export function answerTopic(command: Command, context: CommandContext): CommandAnswer {
  const { known, state } = context
  const language = languageFor(command, context)
  const id = command.argument.trim()
  const { interview, memory } = state
  const label = (scope: Scope | undefined, unit?: string) => topicOf(known.catalogue, { scope, unit }, language)?.label
  const pinned = interview && !interview.isConfirmed && known.programmes.find((one) => one.id === interview.programme)
  if (pinned) {
    const name = label({ notice: pinned.notice, programme: pinned.id }) ?? pinned.title
    return info('topic-pinned', texts.pinned[language](name))
  }
  const change = [{ label: texts.change[language], send: '/topic' }]
  if (dropping.test(id))
    return { ...info('topic-dropped', texts.dropped[language], change), memory: kept(context, undefined) }
  const choices = choicesOf(context, language)
  const [chosen, ...others] = chosenBy(id, choices)
  if (chosen && others.length > 0)
    return info('topic-offered', texts.several[language], actionsOf([chosen, ...others], undefined, language))
  if (chosen) {
    const check = checkOf(chosen, context, language)
    const said = info('topic-set', texts.set[language](chosen.label), [...check, ...change])
    return { ...said, memory: kept(context, chosen.scope) }
  }
  const now = label(memory.scope, memory.unit)
  const asking = now === undefined ? texts.nothing[language] : texts.now[language](now)
  const text = id === '' ? asking : texts.unknown[language](cutTo(id, 40))
  return info('topic-offered', text, actionsOf(choices, memory.scope, language))
}

/** The one that is named by its id or label, or each of several ids. */
function chosenBy(said: string, choices: readonly Choice[]): Choice[] {
  const isOf = ({ id, label }: Choice, words: string) =>
    [id, label].some((name) => name.toLowerCase() === words.toLowerCase())
  const [whole] = choices.filter((one) => isOf(one, said))
  const ids = said.split(/\s+/u)
  const each = choices.filter(({ id }) => ids.includes(id))
  return whole ? [whole] : each.length === ids.length ? each : []
}

/** The self-check of a programme that is chosen, where it can be checked. */
function checkOf({ scope }: Choice, { known }: CommandContext, language: Language): Action[] {
  const programme = known.programmes.find(({ id }) => id === scope.programme)
  if (!programme) return []
  return [{ label: interviewTextsIn(language).start(titleIn(language, programme)), send: `/check ${programme.id}` }]
}

/** Nothing that was said of another topic is leant on. */
const kept = ({ state: { memory } }: CommandContext, scope: Scope | undefined) => ({
  ...(scope && { scope }),
  ...(memory.english && { english: true }),
})

/** Every programme and notice: programmes as at the start, open ones first, then the notices without any, newest first. */
function choicesOf({ known: { catalogue, programmes }, today }: CommandContext, language: Language): Choice[] {
  const calls = callsOf({ catalogue, programmes }, today).map(({ scope }) => ({ id: scope.programme!, scope }))
  const notices = catalogue.notices
    .toSorted((one, other) => other.year - one.year)
    .map((notice) => ({ id: notice.id, scope: scopeOfNotice(notice) }))
  return [...calls, ...notices].map(({ id, scope }) => ({
    id,
    scope,
    label: topicOf(catalogue, { scope }, language)!.label,
  }))
}

/** A notice that opens but one programme is about it. */
const scopeOfNotice = ({ id, programmes: [first, other] }: { id: string; programmes: { id: string }[] }): Scope =>
  first && !other ? { notice: id, programme: first.id } : { notice: id }

function actionsOf(choices: readonly Choice[], now: Scope | undefined, language: Language): Action[] {
  const programmes = choices.filter(({ id, scope }) => id === scope.programme)
  const called = new Set(programmes.map(({ scope }) => scope.notice))
  const notices = choices.filter(({ scope }) => !called.has(scope.notice)).slice(0, mostNotices)
  const isNow = ({ scope }: Choice) => scope.notice === now?.notice && scope.programme === now.programme
  const others = [...programmes, ...notices].filter((choice) => !isNow(choice))
  return [
    ...others.map(({ id, label }) => ({ label, send: `/topic ${id}` })),
    ...(now ? [{ label: texts.any[language], send: '/topic none' }] : []),
  ]
}
