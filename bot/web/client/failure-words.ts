import type { Language } from './language.ts'

/** Why a message got no reply, in words for the person who sent it; `isKeyUsed` where it needs another key to be sent again. */
export class SendFailure extends Error {
  readonly isKeyUsed: boolean

  constructor(message: string, status = 0) {
    super(message)
    this.isKeyUsed = status === 422
  }
}

type Problem = { title?: string; detail?: string }

const byStatus: Record<number, string> = {
  413: '消息太长了。',
  429: '提问太频繁了。',
  503: '服务暂时不可用。',
}

const chinese = {
  offline: '当前没有网络连接。您的问题还在，恢复后请点“重试”。',
  unreachable: '连不上服务器。您的问题还在，请检查网络后点“重试”。',
  slow: '等了很久没有回音。您的问题还在，请点“重试”。',
  broken: '回答没有传完就断开了。您的问题还在，请点“重试”。',
  keyUsed: '这条消息过了太久，没有重发。您的问题还在，请再点“重试”。',
  interrupted: '上次没有收到回答。您的问题还在，请点“重试”。',
  broke: '服务出错了，请稍后再试。',
  again: (seconds: number): string => `约 ${seconds} 秒后可以重试。`,
  byStatus,
}

const english: typeof chinese = {
  offline: 'You are offline. Your question is kept: press “Try again” once you are back.',
  unreachable: 'The server can’t be reached. Your question is kept: check the connection and press “Try again”.',
  slow: 'There has been no answer for long. Your question is kept: press “Try again”.',
  broken: 'The answer broke off. Your question is kept: press “Try again”.',
  keyUsed: 'This message is too old to be sent again as it is. Your question is kept: press “Try again” once more.',
  interrupted: 'No answer came last time. Your question is kept: press “Try again”.',
  broke: 'Something went wrong. Please try again later. ',
  again: (seconds) => `You can try again in about ${seconds} second${seconds === 1 ? '' : 's'}.`,
  byStatus: {
    400: 'This message could not be read. ',
    413: 'The message is too long. ',
    429: 'Too many questions in a short time. ',
    503: 'The service is not available for now. ',
  },
}

/** Why nothing came back, in the language of the message. */
export const failureWords = (language: Language = 'zh') => (language === 'en' ? english : chinese)

/** A problem (RFC 9457) in words; `retryAfter` is the header of that name, in seconds. */
export function problemWords(
  status: number,
  { title, detail }: Problem,
  retryAfter?: string | null,
  language: Language = 'zh',
): string {
  const words = failureWords(language)
  // What the server says of a problem is in Chinese.
  const told = language === 'zh' ? detail : undefined
  const named = language === 'zh' ? title : undefined
  const what = (status === 422 ? words.keyUsed : told) ?? words.byStatus[status] ?? named ?? words.broke
  const seconds = Math.ceil(Number(retryAfter))
  return seconds > 0 ? `${what}${words.again(seconds)}` : what.trim()
}
