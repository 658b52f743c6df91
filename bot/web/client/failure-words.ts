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

export const words = {
  offline: '当前没有网络连接。您的问题还在，恢复后请点“重试”。',
  unreachable: '连不上服务器。您的问题还在，请检查网络后点“重试”。',
  slow: '等了很久没有回音。您的问题还在，请点“重试”。',
  broken: '回答没有传完就断开了。您的问题还在，请点“重试”。',
  keyUsed: '这条消息过了太久，没有重发。您的问题还在，请再点“重试”。',
  interrupted: '上次没有收到回答。您的问题还在，请点“重试”。',
}

/** A problem (RFC 9457) in words; `retryAfter` is the header of that name, in seconds. */
export function problemWords(status: number, { title, detail }: Problem, retryAfter?: string | null): string {
  const what = (status === 422 ? words.keyUsed : detail) ?? byStatus[status] ?? title ?? '服务出错了，请稍后再试。'
  const seconds = Math.ceil(Number(retryAfter))
  return seconds > 0 ? `${what}约 ${seconds} 秒后可以重试。` : what
}
