import { cutTo } from '../knowledge/language/characters.ts'
import { commandReplies as words } from '../prompts/command-replies.ts'
import { interviewTexts } from '../prompts/interview-texts.ts'
import { programmeChangeTexts as changeTexts } from '../prompts/programme-changes.ts'
import { citeAll } from '../services/answering/compose/cite.ts'
import { inChinese } from '../knowledge/language/write-day.ts'
import { describeSuspension } from '../services/eligibility/warning.ts'
import { titleOf } from '../services/eligibility/title-of.ts'
import type { Command } from '../services/interview/message.ts'
import { checkLength, limitedFields } from '../services/preparation/check-length.ts'
import type { Action, Citation } from '../services/reply.ts'
import type { Known } from './known.ts'

/** What a command is answered with, always in a reply of kind info; `status` is how the turn ended. */
export type CommandAnswer = { status: string; text: string; actions: Action[]; citations: Citation[] }

type Knowledge = Pick<Known, 'programmes' | 'suspended' | 'catalogue'>

const spoken: [RegExp, string][] = [
  [/^(?:帮助|使用帮助|使用说明|help)$/iu, 'help'],
  [/^(?:请?(?:删除|清除|清空)(?:我的|本次|全部|所有)*(?:对话)?(?:记录|数据)|(?:请)?忘记我|忘掉我)$/u, 'delete'],
  [/^(?:please )?(?:delete my (?:data|records?|conversation)|forget me)$/iu, 'delete'],
  [/^(?:开始)?自查$/u, 'check'],
  [/^(?:字数检查|检查字数)$/u, 'count'],
]

/** Reads a command, in slashes or in the plain words for it; undefined where the text is a question. */
export function readCommand(text: string): Command | undefined {
  const plain = text.trim().replace(/[。.！!]+$/u, '')
  const isEnglish = /^[a-z]/iu.test(plain)
  const slashed = /^[/／]([\p{L}_]+)(?:@\w+)?(?:\s+(.*))?$/su.exec(plain)
  const named = slashed?.[1] ?? plain
  const meant = spoken.find(([pattern]) => pattern.test(named))?.[1]
  if (!slashed) return meant === undefined ? undefined : { name: meant, argument: '', isEnglish }
  return { name: meant ?? named.toLowerCase(), argument: slashed[2]?.trim() ?? '', isEnglish: false }
}

/** Answers every command but /delete, which is the conversation's own. */
export function answerCommand(command: Command, knowledge: Knowledge): CommandAnswer {
  return (answers[command.name] ?? unknownCommand)(command, knowledge)
}

const answers: Record<string, (command: Command, knowledge: Knowledge) => CommandAnswer> = {
  start: help,
  help,
  check,
  count,
  ...Object.fromEntries(
    ['back', 'skip', 'status', 'cancel', 'confirm', 'edit', 'code'].map((name) => [name, noInterview]),
  ),
}

const info = (status: string, text: string, actions: Action[] = [], citations: Citation[] = []): CommandAnswer => ({
  status,
  text,
  actions,
  citations,
})

const asked = (question: string): Action => ({ label: question, send: question })

function help({ isEnglish }: Command): CommandAnswer {
  const questions = isEnglish ? words.suggestionsEnglish : words.suggestions
  const selfCheck = { label: isEnglish ? words.selfCheckEnglish : words.selfCheck, send: '/check' }
  return info('help', isEnglish ? words.helpEnglish : words.help, [...questions.map(asked), selfCheck])
}

function noInterview(): CommandAnswer {
  return info('no-interview', words.noInterview, [{ label: words.selfCheck, send: '/check' }])
}

function unknownCommand({ name }: Command): CommandAnswer {
  return info('unknown-command', words.unknownCommand(`/${cutTo(name, 30)}`), [{ label: '/help', send: '/help' }])
}

/** Counts a text against the limits of the forms; without one says which fields have a limit. */
function count({ argument }: Command, { programmes, catalogue }: Knowledge): CommandAnswer {
  const fields = programmes.flatMap((programme) =>
    limitedFields(programme.preparation).map((field) => ({ ...field, programme: titleOf(programme) })),
  )
  const lineOf = ({ programme, title, limit }: (typeof fields)[number]) =>
    `· ${programme}，${title}${argument === '' ? '' : `\n  ${checkLength(argument, limit).text}`}`
  const head =
    fields.length === 0 ? interviewTexts.countNone : argument === '' ? interviewTexts.countHelp : interviewTexts.counted
  const rests = fields.flatMap(({ source }) => catalogue.find(source.notice, source.clause) ?? [])
  return info('length-checked', [head, ...fields.map(lineOf)].join('\n'), [], citeAll(rests))
}

/** Offers the programmes; one that is named begins its interview before it comes here. */
function check({ argument }: Command, { programmes, suspended = [], catalogue }: Knowledge): CommandAnswer {
  const paused = suspended.map(describeSuspension)
  if (programmes.length === 0) return info('programmes-offered', [words.noProgrammes, ...paused].join('\n'))
  const isPaused = suspended.some(({ id }) => id === argument.toLowerCase())
  const lines = programmes.map(
    (programme, at) =>
      `${at + 1}. ${titleOf(programme)}（${words.closes(inChinese(programme.window.closes))}${programme.changes ? `，${changeTexts.mark}` : ''}）`,
  )
  return info(
    'programmes-offered',
    [argument === '' || isPaused ? words.chooseProgramme : words.unknownProgramme, ...lines, ...paused].join('\n'),
    programmes.map((programme) => ({ label: titleOf(programme), send: `/check ${programme.id}` })),
    citeAll(programmes.flatMap(({ window: { source } }) => catalogue.find(source.notice, source.clause) ?? [])),
  )
}
