const names = new Map<string, string>()

/**
 * A statement that is sent all the time: where each connection is a session of its own it is parsed once on each.
 *
 * @param name Told to the server, and the same in all processes.
 * @returns The statement.
 */
export function prepared(name: string, text: string): string {
  names.set(text, name)
  return text
}

/** The name of a statement that is to be prepared. */
export const preparedName = (text: string): string | undefined => names.get(text)
