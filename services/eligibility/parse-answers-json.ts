const stringOrNonFinite = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g

/**
 * Parses JSON and lets through the words NaN and Infinity, which JSON has not but some programs write, as a number no
 * answer may be: so they are refused at their place like any other bad answer, not as a text that can't be read.
 *
 * @throws {SyntaxError} When the text is no JSON apart from that.
 */
export function parseAnswersJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const repaired = text.replace(stringOrNonFinite, (token) => (token.startsWith('"') ? token : '1e999'))
    if (repaired === text) throw error
    return JSON.parse(repaired)
  }
}
