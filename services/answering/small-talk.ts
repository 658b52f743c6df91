import { replies } from '../../prompts/replies.ts'
import type { Answer } from './answer.ts'
import { isEnglish } from './translate-english.ts'

const kinds: [RegExp, string, string][] = [
  [
    /^(?:非常|太|好的?|ok|嗯|行)?[，, ]*(?:多谢|谢谢|感谢|辛苦|谢了|thanks|thank you|thx|many thanks)(?:.{0,12})$/iu,
    replies.thanks,
    replies.thanksEnglish,
  ],
  [/^(?:再见|拜拜|拜|bye|goodbye|回见|先这样).{0,6}$/iu, replies.bye, replies.thanksEnglish],
  [
    /^(?:您好|你好|hi|hello|hey|早上好|下午好|晚上好|在吗|在不在|哈喽|嗨|good (?:morning|afternoon)).{0,6}$/iu,
    replies.greeting,
    replies.greetingEnglish,
  ],
  [
    /^(?:你是谁|你叫什么|你能做什么|你会什么|你是什么|who are you|what can you do|介绍一下你自己|你是机器人吗|你是人工吗|help|帮助|怎么用).{0,6}$/iu,
    replies.greeting,
    replies.greetingEnglish,
  ],
  [
    /^(?:(?:好的?|好吧|ok|okay|嗯|哦|行|明白了?|知道了|了解了?|收到|懂了|清楚了?|谢谢你?|多谢|辛苦了?|great|got it|cool)[，,。！!~～、 ]*)+$/iu,
    replies.thanks,
    replies.thanksEnglish,
  ],
]

/** Answers a greeting, thanks or goodbye that asks nothing; undefined for anything else. */
export function smallTalk(text: string): Answer | undefined {
  const plain = text.trim().replace(/[。！!？?~～，,\s]+$/u, '')
  const found = kinds.find(([pattern]) => pattern.test(plain))
  if (!found) return undefined
  const [, chinese, english] = found
  const latin = !/\p{Script=Han}/u.test(text) || isEnglish(text)
  return { status: 'small-talk', text: latin ? english : chinese, rests: [] }
}
