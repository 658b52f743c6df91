/**
 * What a clause is: `heading` a numbered or annex heading without running text, `item` a numbered
 * provision, `paragraph` running text without a number, `form` a form with its fields, `table` the
 * header of a table, `row` one record of it, `front` what stands before the first provision (number,
 * title, addressee), `closing` what stands after the last (annex list, signature, date, notes),
 * `contact` whom to turn to, `furniture` what the page carries for the printer (page numbers, imprint).
 */
export type ClauseKind =
  'heading' | 'item' | 'paragraph' | 'form' | 'table' | 'row' | 'front' | 'closing' | 'contact' | 'furniture'

/** A stretch of a notice's source, in UTF-16 code units, `end` exclusive. */
export type Span = { start: number; end: number }

/**
 * One clause of a notice: the smallest part that is cited. The clauses of a notice form a tree
 * (`parent`) in the order of the text; a clause's text excludes that of its children, so that every
 * character that is not white space belongs to exactly one clause.
 */
export type Clause = {
  /** Locator, unique and stable within the notice: `1.2.3` for 一、（二）3, `a2.1` for 一、 of annex 2, `a3.r32` for row 32. */
  id: string
  parent?: string
  kind: ClauseKind
  /** The number as printed, white space removed: `一、` `（二）` `3.` `附件2`. */
  marker?: string
  /** The clause's own title without its marker, clean; '' where it has none. */
  heading: string
  /** The way from the top, marker and heading of each ancestor: `一、上海市… › （二）申报条件 › 1`. */
  path: string
  /** What people read and search: white space of the page layout gone, digits half-width. */
  text: string
  /** Verbatim: characters as in the source, only the white space folded. */
  quote: string
  spans: Span[]
  /** Kind `row`: column name to cell, clean, merged cells carried down. */
  cells?: Record<string, string>
}
