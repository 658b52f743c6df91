import { lockDirectory } from '../../../knowledge/database/directory-lock.ts'

/** Run by a test: takes a directory, says `held` or `refused`, and keeps it until its standard input ends. */
const word = await lockDirectory(process.argv[2]!).then(
  () => 'held',
  (error: Error) => `refused: ${error.message}`,
)
process.stdout.write(`${word}\n`)
if (word === 'held') process.stdin.resume()
else process.exit()
