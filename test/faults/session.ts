import { aVisitor, textOf } from '../kit/visitor.ts'

/** A resident who signs in at a real Sawt by the code that stands on the page of a demonstration. */
export async function aSession(address: string) {
  const request = (url: URL, init?: RequestInit) =>
    fetch(new URL(`${url.pathname}${url.search}`, address), init)
  const visitor = aVisitor({ app: { request } } as never)
  const contact = `r${crypto.randomUUID()}@example.com`
  const asked = await visitor.send('/ar/sign-in', { contact })
  const [, code = ''] = /رمزك هو (\d{6})/.exec(textOf(asked.html)) ?? []
  const entered = await visitor.send(asked.path, { code })
  if (entered.status !== 200) throw new Error(`Nobody could sign in: ${textOf(entered.html)}`)
  return { isOpen: async () => (await visitor.get('/ar/my')).path === '/ar/my' }
}
