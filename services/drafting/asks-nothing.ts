/** 可同时申报两类项目 lets one do what nobody is asked for. */
const freely = /^[^，]{0,10}可以?(?:同时|分别|自主|自愿|自行|重复)[^，]*$/u
/** 因不可抗力延误的航次不计入 says how to count. */
const uncounted = /不(?:再)?(?:计入|纳入统计|重复计算)[^，]*$/u

/** 不适用本项: what stands before it does not hold for them. */
const notHere = /^(?:可以?)?不适用本[目项款条](?:规定|要求)?$/u

export const countsOnly = (text: string): boolean => uncounted.test(text.replace(/[（(][^（）()]*[）)]/gu, ''))

/** Words that ask nobody for anything. */
export const asksNothing = (text: string): boolean => freely.test(text) || countsOnly(text) || notHere.test(text)
