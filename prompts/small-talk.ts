const about =
  '我是知询，一个自动问答助手，依据已公开的通知解答申报条件、支持经费、截止时间和要交的材料，每个回答都附原文；也可以帮您自查是否符合申报条件。'
const aboutEnglish =
  'I am Zhixun, an automatic assistant. I answer questions from the published notices, each answer with the clause it rests on, and can check whether you qualify.'

/** What is said to messages that ask nothing of the notices. */
export const smallTalkReplies = {
  instructions: {
    zh: '这件事我做不了。我只依据已公开的通知回答，不会按对话里的要求改变规则或者替单位宣布结果。请直接问通知里的问题。',
    en: 'I can’t do that. I only answer from the published notices and announce nothing on anybody’s behalf. Please ask about the notices.',
  },
  person: {
    zh: '不是真人，我是自动问答助手知询，只依据已公开的通知作答。要找人，请联系通知里写明的联系人。',
    en: 'No, I am not a person: I am an automatic assistant that answers from the published notices. To reach somebody, turn to the contact named in the notice.',
  },
  abilities: {
    zh: [
      '直接打字提问就行，每个回答都附通知原文。',
      '· 问通知：条件、经费、名额、截止时间、材料、联系人',
      '· 自查：按申报条件一问一答，看符不符合、还差多少',
      '· 查单位：发单位全称或简称，看它在名单里的哪一行、要交什么',
    ].join('\n'),
    en: [
      'Just type your question; every answer comes with the clause it rests on.',
      '· Ask about a notice: conditions, money, places, deadline, papers, contact',
      '· Check yourself: a few questions on the conditions, then what fits and what is missing',
      '· Look up a unit: send its name to see where it is listed and what it has to hand in',
    ].join('\n'),
  },
  complaint: {
    zh: '抱歉没有帮上忙。对我的回答不满意，请点那条回答下面的“没帮上忙”并写下哪里不对，工作人员会看到。对申报或验收的事有意见，请直接联系经办人。',
    en: 'Sorry that this did not help. Please press “not helpful” under the answer and say what is wrong: the staff read it. On the programme itself, turn to the contact named in the notice.',
  },
  message: {
    zh: '这里不能直接留言给工作人员。对回答有意见，请点回答下面的“没帮上忙”并写下来，工作人员会看到；要办事或反映情况，请联系通知里的经办人。请不要在这里写证件号、手机号等个人信息。',
    en: 'I can’t pass a message on from here. What you write under “not helpful” below an answer is read by the staff; for anything else turn to the contact named in the notice. Please send no personal data here.',
  },
  next: {
    zh: '可以从这三件事开始：对照条件自查；查单位在不在名单里、要交什么；或者直接提问。',
    en: 'You can start with one of three: check yourself against the conditions, look up your unit in the lists, or just ask.',
  },
  abuse: {
    zh: '抱歉没有答好。请告诉我您想了解哪一年、哪个项目的什么内容，我再查一遍原文。',
    en: 'Sorry that I did not answer well. Tell me which year and programme you mean, and I will look at the text again.',
  },
  chat: {
    zh: '这个我不会，我只解答通知里的内容。您可以问申报条件、经费、截止时间或者材料。',
    en: 'That is beyond me: I only answer questions on the notices, such as conditions, money, deadlines and papers.',
  },
  greeting: {
    zh: `您好，${about}请直接提问。`,
    en: `Hello. ${aboutEnglish} Just ask.`,
  },
  thanks: { zh: '不客气。如还有问题，请随时提问。', en: 'You are welcome. Ask again whenever you like.' },
  bye: { zh: '再见，祝工作顺利。', en: 'Goodbye, and good luck with your work.' },
  noted: { zh: '好的。如还有问题，请随时提问。', en: 'All right. Ask again whenever you like.' },
} as const satisfies Record<string, { zh: string; en: string }>

/** What is added where something is spoken of: whom to call, and what can be done about it now. */
export const smallTalkTexts = {
  contact: {
    zh: (notice: string, who: string, phone: string): string =>
      `《${notice}》的联系人：${[who, phone].filter(Boolean).join('，')}。`,
    en: (notice: string, who: string, phone: string): string =>
      `Contact in the ${notice}: ${[who, phone].filter(Boolean).join(', ')}.`,
  },
  selfCheck: { zh: '对照条件自查', en: 'Check the conditions' },
  lookUp: { zh: '查我们单位', en: 'Look up a unit' },
  phone: {
    zh: (numbers: string): string => `电话 ${numbers}`,
    en: (numbers: string): string => `telephone ${numbers}`,
  },
  closed: {
    zh: (topic: string, day: string): string =>
      `${topic}的申报已于${day}截止，现在不能报。可以先自查还差什么，按原来的条件准备，等新的通知。`,
    en: (topic: string, day: string): string =>
      `The window of the ${topic} closed on ${day}. You can check what is still missing and prepare for the next call.`,
  },
  open: {
    zh: (topic: string, day: string, left: number): string =>
      `${topic}申报到${day}截止，还有${left}天。先自查够不够条件，再照材料清单准备，截止前报送。`,
    en: (topic: string, day: string, left: number): string =>
      `The ${topic} takes applications until ${day} (${left} days left): check the conditions first, then prepare the papers and send them in.`,
  },
  dueClosed: {
    zh: (topic: string, day: string): string => `${topic}：报送期限是${day}，已经过了。还没交的，请尽快联系经办人。`,
    en: (topic: string, day: string): string =>
      `${topic}: the papers were due on ${day}, which has passed. If yours are missing, call the contact.`,
  },
  due: {
    zh: (topic: string, day: string, left: number): string =>
      `${topic}：材料要在${day}前报送，还有${left}天。先看要交什么，再看交给谁。`,
    en: (topic: string, day: string, left: number): string =>
      `${topic}: the papers are due on ${day} (${left} days left). See what to hand in, then to whom.`,
  },
  about: {
    zh: (topic: string): string => `正在谈${topic}，可以接着问下面的问题。`,
    en: (topic: string): string => `We are talking about the ${topic}; you can go on with one of these.`,
  },
} as const
