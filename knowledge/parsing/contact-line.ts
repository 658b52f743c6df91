/** The words before a person or number to turn to. */
export const contactLine = /联\s*系\s*(?:人|电\s*话|方\s*式)\s*[:：]/u

/** Whether a line tells whom to turn to, rather than ending a provision with a remark that does. */
export function isContact(text: string): boolean {
  const before = text.slice(0, contactLine.exec(text)?.index ?? Infinity)
  return before !== text && (/地址[:：]/u.test(before) || (before.length <= 60 && !before.includes('。')))
}
