const border = /^\s*[┌├└┏┣┗╔╠╚╭╰+][─━═┬┼┴┳╋┻╦╬╩\-+┐┤┘┓┫┛╗╣╝╮╯\s]*$/u
const row = /^\s*[│┃║](?<cells>.*)[│┃║]\s*$/u

/** The cells of lines between two borders: what is broken over lines goes on in its cell. */
function cellsOf(lines: readonly string[]): string[] {
  const parts = lines.map((line) =>
    (row.exec(line)?.groups?.['cells'] ?? '').split(/[│┃║]/u).map((cell) => cell.trim()),
  )
  const width = Math.max(...parts.map((cells) => cells.length))
  return Array.from({ length: width }, (_, at) => parts.map((cells) => cells[at] ?? '').join(''))
}

/** Tables drawn with the characters of boxes, as lines whose cells are parted by a tab and `|`. Other lines stay as they are. */
export function readDrawnTables(text: string): string {
  if (!/[│┃║]/u.test(text)) return text
  const made: string[] = []
  let open: string[] = []
  let isDrawn = false
  const close = () => {
    if (open.length > 0)
      made.push(...(isDrawn ? [cellsOf(open)] : open.map((line) => cellsOf([line]))).map((cells) => cells.join('\t|')))
    open = []
  }
  for (const line of text.split(/\r\n?|\n/u)) {
    if (border.test(line) && line.trim().length > 2) {
      close()
      isDrawn = true
    } else if (row.test(line)) open.push(line)
    else {
      close()
      isDrawn = false
      made.push(line)
    }
  }
  close()
  return made.join('\n')
}
