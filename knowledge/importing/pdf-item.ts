/** A piece of text on a page: lower left corner, width and font size in points, y upwards. */
export type PdfItem = { text: string; x: number; y: number; width: number; size: number }
