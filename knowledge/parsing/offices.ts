const office =
  /^[^，。；：、]{2,60}(?:局|厅|府|院|部|署|办|委|会|处|中心|办公室|公司|大学|学院|馆)(?:（(?:盖章|公章|印章)）)?$/u

/** Whether a line without white space is the name of an office, or of several. */
export const isOffice = (line: string): boolean => office.test(line)
