/** The fixed texts of the WeCom channel: what people read in the chat, and what those who run it read. */
export const wecomTexts = {
  welcome:
    '我是知询，依据已收录的通知回答申报和验收的问题，每个回答都附原文。直接打字提问；/check 对照条件自查，/unit 查单位，/help 看全部命令；发一份 Word、PDF 或文本文件，就对照申报表的字数要求数一数。发“今天有几条未答复”看待处理的提问，发“有未答复的提醒我”，有新的就在这里说一声。',
  askNext: '可以接着问',
  choose: '请选择',
  progress: (at: number, total: number): string => `第${at}题，最多${total}题`,
  chosen: (label: string): string => `✓ ${label}`,
  passed: '这一题已经答过，请看最新的一题。',
  stale: '这个按钮已经失效，请直接输入。',
  grounds: '依据',
  moreGrounds: (count: number): string => `另有${count}处依据。`,
  failed: '抱歉，处理这条消息时出了错，这次没有答复。请换个说法再发一次。',
  away: '抱歉，暂时答不了，请过一会儿再发一次。',
  unreadable: {
    image: '这里看不了图片，请把要问的内容打字发来。',
    file: '这个文件没有取到。要数字数，请再发一次；要问里面的内容，请把那几句打字发来。',
    video: '这里看不了视频，请把要问的内容打字发来。',
    other: '这里看不了这类消息，请打字发来。',
  },
  file: {
    counted: (name: string, lengths: string): string =>
      `${name === '' ? '' : `《${name}》：\n`}${lengths}\n只数了字数，文件没有保存。要问里面的内容，请把那几句打字发来。`,
    notFetched: '这个文件没有取到，请再发一次。',
    tooLarge: '文件太大，最多20 MB。',
    tooLong: '文字太多了，最多20万字。',
    unread: (why: string): string => `这个文件读不了：${why}。`,
  },
  /** Why an answer was of no use, by WeCom's number; staff read it. */
  reasons: { 1: '与问题无关', 2: '内容不完整', 3: '内容有错误', 4: '分析有问题' } as Record<number, string>,
  waiting: (
    { open, disliked, questions }: { open: number; disliked: number; questions: readonly string[] },
    publicUrl: string | undefined,
  ): string => {
    if (open + disliked === 0) return '今天没有待处理的提问。'
    const desk = publicUrl === undefined ? '审核后台' : `[审核后台](${publicUrl}/staff)`
    const listed = questions.map((question) => `> ${question.replace(/\s+/gu, ' ')}`)
    const rest = open > questions.length ? ['> ……'] : []
    const counts = [
      ...(open > 0 ? [`未答复的提问${open}组`] : []),
      ...(disliked > 0 ? [`评价不好的回答${disliked}组`] : []),
    ]
    return [`今天有${counts.join('，')}。请到${desk}处理。`, ...listed, ...rest].join('\n')
  },
  waitingAgreed: '好，有新的未答复提问时在这里说一声。不要了就发“不用提醒未答复”。',
  waitingEnded: '好，不再提醒未答复的提问。',
  howToStop: '不要这样的提醒，就发“不用提醒未答复”。',
  noFile: '有的文件没有发成，可以过一会儿再发“确认”试试。',
  up: '企业微信智能机器人（长连接）',
  lost: '暂时连不上企业微信，后台继续尝试；网页不受影响。',
  refused: '企业微信不认 WECOM_BOT_ID 和 WECOM_BOT_SECRET，几分钟后再试；网页不受影响。',
  thrownOut: '另有程序用同一个机器人连上了企业微信，本机的连接被断开。请只留一个；几分钟后再试。',
} as const
