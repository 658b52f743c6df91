/** What is wrong with a file that a person wants to add, in Chinese and without its name. */
export class ImportError extends Error {
  override name = 'ImportError'
}
