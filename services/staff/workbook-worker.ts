import { parentPort, workerData } from 'node:worker_threads'
import writeExcelFile from 'write-excel-file/node'

/** A sheet as plain data: a row a line, texts and numbers. `widths` in characters. */
export type Sheet = { name: string; titles: string[]; widths: number[]; rows: (string | number)[][] }

/** The thread that writes a workbook: thousands of rows take seconds, in which nobody else would be answered. */
const { name, titles, widths, rows } = workerData as Sheet

const cellOf = (value: string | number) =>
  typeof value === 'number'
    ? { type: Number, value }
    : { type: String, value, wrap: true, alignVertical: 'top' as const }

const head = titles.map((value) => ({ value, fontWeight: 'bold' as const }))
const options = { columns: widths.map((width) => ({ width })), sheet: name, stickyRowsCount: 1 }
parentPort?.postMessage(await writeExcelFile([head, ...rows.map((row) => row.map(cellOf))], options).toBuffer())
