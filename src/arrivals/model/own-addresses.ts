/** The addresses that letters of ours come from and go to, lower case: from SMTP_URL's `from` and IMAP_URL's user. */
export function ownAddresses(...urls: readonly (string | undefined)[]): string[] {
  const said = urls.flatMap((url) => {
    const read = url ? URL.parse(url) : null
    return read ? [read.searchParams.get('from') ?? '', decodeURIComponent(read.username)] : []
  })
  return [...new Set(said.map((address) => address.toLowerCase()).filter((address) => address.includes('@')))]
}
