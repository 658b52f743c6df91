/** The fields of a multipart form, its files as `File`; `attach://name` in a field is the file of that name. */
export function parseForm(body: Buffer, contentType: string): Record<string, unknown> {
  const boundary = /boundary=(.+)$/.exec(contentType)![1]!
  // Latin-1 keeps each byte a character, whatever a file holds.
  const pieces = body.toString('latin1').split(`--${boundary}`).slice(1, -1)
  const fields = Object.fromEntries(pieces.map((piece) => fieldOf(piece.slice(2, -2))))
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, attached(value, fields)]))
}

function fieldOf(piece: string): [name: string, value: string | File] {
  const end = piece.indexOf('\r\n\r\n')
  const headers = utf8(piece.slice(0, end))
  const content = piece.slice(end + 4)
  const name = /[; ]name="?([^";\r]+)/.exec(headers)![1]!
  const fileName = /filename="?([^";\r]+)/.exec(headers)?.[1]
  return [name, fileName === undefined ? utf8(content) : new File([Buffer.from(content, 'latin1')], fileName)]
}

function attached(value: string | File, fields: Record<string, string | File>): string | File {
  return typeof value === 'string' && value.startsWith('attach://') ? fields[value.slice(9)]! : value
}

const utf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString()
