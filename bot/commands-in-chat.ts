import { cutTo } from '../knowledge/language/characters.ts'
import { commandReplies as words } from '../prompts/command-replies.ts'
import { citeAll } from '../services/answering/compose/cite.ts'
import type { Command } from '../services/interview/message.ts'
import { wantsTopic } from '../services/answering/understand/small-talk.ts'
import { type CommandAnswer, type CommandContext, info, languageFor } from './command-answer.ts'
import { describeLengths } from './describe-lengths.ts'
import { answerStart, answerUnit } from './start-in-chat.ts'
import { answerTopic } from './topic-in-chat.ts'

const spoken: [RegExp, string, string?][] = [
  [/^(?:帮助|使用帮助|使用说明|help)$/iu, 'help'],
  [/^(?:请?(?:删除|清除|清空)(?:我的|本次|全部|所有)*(?:对话)?(?:记录|数据)|(?:请)?忘记我|忘掉我)$/u, 'delete'],
  [/^(?:please )?(?:delete my (?:data|records?|conversation)|forget me)$/iu, 'delete'],
  [/^(?:开始)?自查$/u, 'check'],
  [/^(?:字数检查|检查字数)$/u, 'count'],
  [/^(?:我[要想]|帮我)?(?:查(?:一下|查)?|看看)(?:我们|咱们|本|我|你们)?(?:的)?单位$/u, 'unit'],
  [
    /^(?:请)?(?:停止|取消|关闭|关掉)(?:所有|全部|一切)?(?:的)?提醒(?:吧|了)?$|^(?:请)?(?:不要|不用|别)再?(?:提醒|通知)(?:我)?(?:了)?$|^退订$/u,
    'stop',
  ],
  [
    /^(?:please )?(?:stop|cancel)(?: all| the| my)? reminders$|^unsubscribe$|^(?:please )?(?:stop reminding|don['’]t remind) me(?: any ?more)?$/iu,
    'stop',
  ],
  [
    /^(?:请|麻烦)?(?:在)?截止(?:日期?|时间)?(?:之|以)?前(?:请|再)?(?:提醒|通知|告诉)(?:一下)?我(?:一下|一声)?$/u,
    'remind',
    'deadline',
  ],
  [/^(?:please )?remind me (?:before|of) the (?:deadline|last day)(?:,? please)?$/iu, 'remind', 'deadline'],
  [
    /^(?:请)?有(?:了)?(?:什么|任何)?(?:变化|变动|更新|改动|调整)(?:了|时|的时候|的话)?(?:就|请|再)?(?:告诉|通知|提醒)(?:一下)?我(?:一下|一声)?$/u,
    'remind',
    'changes',
  ],
  [/^(?:please )?tell me when (?:it|this|anything|something) changes$/iu, 'remind', 'changes'],
  [
    /^(?:请)?(?:等)?有(?:了)?(?:答复|回复|答案|人工答复)(?:了|时|的时候|的话)?(?:就|请|再)?(?:告诉|通知|提醒)(?:一下)?我(?:一下|一声)?$/u,
    'remind',
    'answer',
  ],
  [/^(?:please )?tell me when there is an answer$/iu, 'remind', 'answer'],
  [/^(?:看|有)?(?:什么|没有)?新消息(?:吗)?$|^show what is new$/iu, 'news'],
  [/^看(?:一下)?现在的结果$|^show the result now$/iu, 'confirm'],
  [/^look up (?:a|our|my|the) (?:unit|organi[sz]ation|institution|hospital)$/iu, 'unit'],
]

/** Reads a command, in slashes or in the plain words for it; undefined where the text is a question. */
export function readCommand(text: string): Command | undefined {
  const plain = text.trim().replace(/[。.！!]+$/u, '')
  const isEnglish = /^[a-z]/iu.test(plain)
  const slashed = /^[/／]([\p{L}_]+)(?:@\w+)?(?:\s+(.*))?$/su.exec(plain)
  const named = slashed?.[1] ?? plain
  const [, said, about = ''] = spoken.find(([pattern]) => pattern.test(named)) ?? []
  const meant = said ?? (wantsTopic(named) ? 'topic' : undefined)
  if (!slashed) return meant === undefined ? undefined : { name: meant, argument: about, isEnglish }
  return { name: meant ?? named.toLowerCase(), argument: slashed[2]?.trim() ?? '', isEnglish: false }
}

/** Answers every command but /delete, which is the conversation's own. */
export function answerCommand(command: Command, context: CommandContext): CommandAnswer {
  return (answers[command.name] ?? unknownCommand)(command, context)
}

const answers: Record<string, (command: Command, context: CommandContext) => CommandAnswer> = {
  start: answerStart,
  topic: answerTopic,
  unit: answerUnit,
  help,
  count,
  ...Object.fromEntries(
    ['back', 'skip', 'status', 'cancel', 'confirm', 'edit', 'code', 'ask'].map((name) => [name, noInterview]),
  ),
}

function help(command: Command, context: CommandContext): CommandAnswer {
  const language = languageFor(command, context)
  return info('help', language === 'en' ? words.helpEnglish : words.help, [
    { label: words.firstCheck[language], send: '/check' },
    { label: words.lookUp[language], send: '/unit' },
  ])
}

function noInterview(command: Command, context: CommandContext): CommandAnswer {
  const language = languageFor(command, context)
  return info('no-interview', words.noInterview[language], [{ label: words.selfCheck[language], send: '/check' }])
}

function unknownCommand(command: Command, context: CommandContext): CommandAnswer {
  const say = words.unknownCommand[languageFor(command, context)]
  return info('unknown-command', say(`/${cutTo(command.name, 30)}`), [{ label: '/help', send: '/help' }])
}

/** Counts a text against the limits of the forms; without one says which fields have a limit. */
function count(command: Command, context: CommandContext): CommandAnswer {
  const { text, rests } = describeLengths(command.argument, context.known, languageFor(command, context))
  return info('length-checked', text, [], citeAll(rests))
}
