import { commandReplies } from '../prompts/command-replies.ts'
import { interviewTextsIn } from '../prompts/interview-texts-in.ts'
import type { Language } from '../services/answering/compose/told.ts'
import { languageOf } from '../services/answering/understand/language-of.ts'
import type { Answered } from '../services/conversations/answered.ts'
import { titleIn } from '../services/eligibility/programme-texts.ts'
import type { ResolvedProgramme } from '../services/eligibility/resolve-programmes.ts'
import { goOn } from '../services/interview/go-on.ts'
import { setAside } from '../services/interview/leave-interview.ts'
import { kept, type Message } from '../services/interview/message.ts'
import { act } from '../services/interview/reply-parts.ts'
import { isUnderWay, takeCommand } from './answer-turn.ts'
import type { Known } from './known.ts'
import { topicsNamed } from './topic-named.ts'

const texts = commandReplies.topic

/**
 * Changes the topic where a message names another in so many words; undefined for any other. An interview under way is
 * set aside for it and can be taken up again, unless it is the one that was named.
 */
export function switchTopic(message: Message, known: Known): Answered | undefined {
  const { text, state, today, command } = message
  const [id, ...others] = command ? [] : (topicsNamed(text, known, today) ?? [])
  if (id === undefined) return undefined
  const language = languageOf(text, state.memory.english)
  const isEnglish = language === 'en'
  const held = isUnderWay(state) ? known.programmes.find((one) => one.id === state.interview!.programme) : undefined
  if (held && [id, ...others].includes(held.id)) return stay(message, held, language)
  const { english: _, ...memory } = state.memory
  const from = {
    ...(held ? setAside(state, message.now) : state),
    memory: { ...memory, ...(isEnglish && { english: true }) },
  }
  const argument = [id, ...others].join(' ')
  const answered = takeCommand({ name: 'topic', argument, isEnglish }, known, from, today)
  if (answered.status !== 'topic-set') return { ...answered, state }
  return held ? sayingAside(answered, titleIn(language, held), language) : answered
}

/** The interview is on what was named already. */
function stay({ state, known, today }: Message, programme: ResolvedProgramme, language: Language): Answered {
  const interview = state.interview!
  const note = texts.same[language](titleIn(language, programme))
  return kept(state, goOn({ programme, interview, known, today }, interview, [note]))
}

function sayingAside(answered: Answered, title: string, language: Language): Answered {
  const [first, ...rest] = answered.replies
  const { restore } = interviewTextsIn(language)
  const actions = [...first!.actions, act(texts.back[language], restore)]
  const text = `${first!.text}\n${texts.aside[language](title, restore)}`
  return { ...answered, replies: [{ ...first!, text, actions }, ...rest] }
}
