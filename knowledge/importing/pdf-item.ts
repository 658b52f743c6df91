/** A piece of text on a page: lower left corner, width and font size in points, y upwards. */
export type PdfItem = { text: string; x: number; y: number; width: number; size: number }

/** A line of text where it stands; `parts` are what gaps wide enough for columns part it into. */
export type PdfLine = { text: string; x: number; end: number; y: number; size: number; parts: PdfPart[] }
export type PdfPart = { text: string; x: number; end: number }
/** A table where it begins, a row a text (`tableLines`). */
export type PdfTable = { rows: string[]; y: number }
