/** Whether half of something secret, or more, can still be read in a text: the whole of it where it has one or two signs. */
export function shows(text: string, secret: string): boolean {
  const signs = [...secret]
  const size = signs.length <= 2 ? signs.length : Math.max(2, Math.ceil(signs.length / 2))
  return signs.some((_, at) => at + size <= signs.length && text.includes(signs.slice(at, at + size).join('')))
}
