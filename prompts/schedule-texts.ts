/** What is to be done before the last day, in order. */
export const scheduleTexts = {
  evidence: {
    zh: '备齐各项证明材料，核对数字与清单、凭证一致。',
    en: 'Have all evidence ready, its figures the same as in the lists and vouchers.',
  },
  forms: {
    zh: '填妥要填的各份表格，完成单位内部审核。',
    en: 'Complete every form and have it approved within your unit.',
  },
  copies: {
    zh: '按要求的份数打印、装订、签名盖章。',
    en: 'Print, bind, sign and seal as many copies as are asked for.',
  },
  submission: {
    zh: '按通知的方式报送，并确认对方已经收到。',
    en: 'Hand in the way the notice says, and make sure that it has arrived.',
  },
  lastDay: {
    zh: '通知所列的最后一天。',
    en: 'The last day that the notice names.',
  },
} as const
