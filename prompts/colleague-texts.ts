/** What is said in conversations of a check that colleagues fill together. */
export const colleagueTexts = {
  /** Below it stands the link, which is not kept. */
  open: {
    zh: '打开下面的页面，选要问的题，给每位同事一个链接。同事不用账号，只看到自己的题；答完告诉您。页面地址是您本人用的，不要转发；这里只显示一次，要时再发 /ask。',
    en: 'Open the page below, choose questions and get a link for each colleague. They need no account and see only their questions; you will hear when all is in. The address of the page is yours alone and is shown only once; send /ask for another.',
  },
  openPage: { zh: '打开“请同事回答”', en: 'Open “Ask colleagues”' },
  address: {
    zh: (url: string): string => `页面：${url}`,
    en: (url: string): string => `Page: ${url}`,
  },
  yourQuestions: {
    zh: '请打开下面的页面，回答请您回答的几题，不用账号。',
    en: 'Open the page below to answer your questions; no account is needed.',
  },
  noCode: {
    zh: '回答码是28位字母和数字，在同事发给您的链接末尾。请把整条链接发过来，或直接打开。',
    en: 'The code is 28 letters and digits, at the end of the link you were given. Send the whole link, or just open it.',
  },
  answerPage: { zh: '打开我的几题', en: 'Open my questions' },
  /** Where the address of this server is not known. */
  typeCode: {
    zh: (path: string, code: string): string => `在知询网页的 ${path} 输入：${code}`,
    en: (path: string, code: string): string => `On the web page of Zhixun, at ${path}, type: ${code}`,
  },
  goOnHere: { zh: '继续自查', en: 'Go on with the check' },
  allIn: {
    zh: (title: string, roles: string): string => `同事都答完了：${title}的自查，${roles}。`,
    en: (title: string, roles: string): string =>
      `All colleagues have answered for your check on the ${title}: ${roles}.`,
  },
  toSettle: {
    zh: (labels: string): string => `两种回答对不上、要您定的：${labels}。`,
    en: (labels: string): string => `Answers that differ, for you to settle: ${labels}.`,
  },
  notKnown: {
    zh: (labels: string): string => `同事答“不清楚”的：${labels}。`,
    en: (labels: string): string => `Not known to them: ${labels}.`,
  },
  listed: { zh: '、', en: ', ' },
} as const
