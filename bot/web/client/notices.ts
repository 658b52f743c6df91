/** A notice as `GET /api/notices` lists it. */
export type ListedNotice = { id: string; title: string; shortTitle: string; documentNumber?: string; url: string }

let known: Promise<ListedNotice[]> | undefined

async function load(): Promise<ListedNotice[]> {
  const response = await fetch('/api/notices')
  if (!response.ok) throw new Error(`notices: ${response.status}`)
  return (await response.json()) as ListedNotice[]
}

/** The notices that answers come from, asked for once; none while they can't be had. */
export async function listNotices(): Promise<ListedNotice[]> {
  known ??= load()
  try {
    return await known
  } catch {
    known = undefined
    return []
  }
}

/** What people call a notice for short. */
export const noticeName = async (id: string): Promise<string | undefined> =>
  (await listNotices()).find((notice) => notice.id === id)?.shortTitle
