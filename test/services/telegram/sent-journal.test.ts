import { appendFileSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openJournal } from '../../../services/telegram/sent-journal.ts'
import { temporaryDirectory } from '../../support/database.ts'

const directory = temporaryDirectory()
const fileOf = (bot: string) => join(directory, `telegram-${bot}.sent`)

test('what was noted is there for the next process, the last word on each update', () => {
  const journal = openJournal(directory, '1')
  journal.note(700, 1)
  journal.note(701, 1)
  journal.note(700, 2)
  expect(openJournal(directory, '1').left).toEqual(
    new Map([
      [700, 2],
      [701, 1],
    ]),
  )
})

test('a line that the end of a process cut off says nothing', () => {
  openJournal(directory, '2').note(700, 1)
  appendFileSync(fileOf('2'), '701 1')
  expect(openJournal(directory, '2').left).toEqual(new Map([[700, 1]]))
})

test('it does not grow for ever, and loses nothing that the database does not know', () => {
  const journal = openJournal(directory, '3')
  const updates = Array.from({ length: 10_000 }, (_, at) => 100_000 + at)
  for (const update of updates) {
    journal.note(update, 1)
    journal.settle(update)
  }
  expect(statSync(fileOf('3')).size).toBeLessThan(70_000)
  journal.note(1, 1)
  for (const update of updates) {
    journal.note(update, 1)
    journal.settle(update)
  }
  expect(readFileSync(fileOf('3'), 'utf8')).toContain('1 1\n')
  expect(openJournal(directory, '3').left.get(1)).toBe(1)
})

test('nobody but the owner reads it', () => {
  openJournal(directory, '4')
  expect(statSync(fileOf('4')).mode & 0o077).toBe(0)
})
