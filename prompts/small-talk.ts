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
    zh: `不是真人。${about}需要找人时，可以问我“联系人是谁、电话多少”。`,
    en: `No, I am not a person. ${aboutEnglish} To reach somebody, ask me for the contact named in a notice.`,
  },
  abilities: {
    zh: `您好，${about}请直接提问，例如“2025年运营中心要多少件有效发明专利？”。`,
    en: `Hello. ${aboutEnglish} Just ask, for example: “How many valid invention patents are required in 2025?”`,
  },
  complaint: {
    zh: '抱歉没有帮上忙。请换个说法再问一次，或者说明是哪一年、哪个项目；也可以问我“联系人是谁”，直接和经办人联系。您点“没帮上忙”留下的话，工作人员会看到。',
    en: 'Sorry that this did not help. Please ask again in other words, or name the year and the programme; you can also ask me for the contact. What you leave under “not helpful” is read by the staff.',
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
