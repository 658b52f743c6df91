/** Whether other machines reach an address: one of this machine opens nothing on a phone. */
export function isReachable(url: string | undefined): url is string {
  if (url === undefined) return false
  const { hostname } = new URL(url)
  return !/^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/u.test(hostname) && !hostname.endsWith('.localhost')
}
